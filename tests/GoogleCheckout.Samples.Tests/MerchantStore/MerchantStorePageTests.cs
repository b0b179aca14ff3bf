using System.Net;
using GoogleCheckout.Orders;
using NUnit.Framework;

namespace GoogleCheckout.Samples.MerchantStore;

/// <summary>The forms and pages of the store: input checks, sign-in, encoding and the cart.</summary>
[TestFixture(StoreEngine.Sqlite)]
[TestFixture(StoreEngine.PostgreSql)]
public sealed class MerchantStorePageTests(StoreEngine engine) : MerchantStoreTestBase(engine)
{
    [TestCase("abc", "Enter the amount with digits and a decimal point")]
    [TestCase("-1", "Enter the amount with digits and a decimal point")]
    [TestCase("1,000", "Enter the amount with digits and a decimal point")]
    [TestCase("57.01", "The amount must be at most 57.00 USD")]
    [TestCase("0", "The amount must be more than zero")]
    public async Task Amount_Invalid_IsNotSent(string amount, string notice)
    {
        await BuyAsync();

        await Browser.PressAsync("Charge", ("amount", amount));

        Assert.Multiple(() =>
        {
            Assert.That(Browser.Text, Does.Contain(notice));
            Assert.That(Sent<ChargeOrderRequest>(), Is.Zero);
        });
    }

    [Test]
    public async Task Markup_FromService_IsShownAsText()
    {
        var placed = await Sandbox.PlaceOrderAsync(await CheckOutAsync(), buyer => buyer.ShippingAddress = buyer.ShippingAddress with { ContactName = "<script>alert(1)</script>" });
        await Sandbox.DeliverAsync();
        await SignInAsync();

        await OpenAsync(placed);

        Assert.That(Browser.Page, Does.Contain("&lt;script&gt;alert(1)&lt;/script&gt;").And.Not.Contains("<script"));
    }

    [TestCase("/SignIn")]
    [TestCase("/Cart?handler=Checkout")]
    [TestCase("/Cart?handler=Add&product=cup")]
    public async Task Form_FromAnotherSite_ReturnsBadRequest(string path)
    {
        await Browser.SendAsync(new HttpRequestMessage(HttpMethod.Post, new Uri(Store.Address, path)) { Content = new FormUrlEncodedContent([]) });

        Assert.That(Browser.Status, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [TestCase("/Development/Clock")]
    public async Task DevelopmentPage_MerchantConfigured_ReturnsNotFound(string path)
    {
        await Browser.GoAsync(path);

        Assert.That(Browser.Status, Is.EqualTo(HttpStatusCode.NotFound));
    }
}
