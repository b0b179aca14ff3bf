using System.Net;
using GoogleCheckout.Carts;
using GoogleCheckout.Orders;
using GoogleCheckout.Sandbox;
using NUnit.Framework;

namespace GoogleCheckout.Samples.MerchantStore;

/// <summary>What a hostile service, visitor or neighbor could do to the store and its owner.</summary>
[TestFixture(StoreEngine.Sqlite)]
[TestFixture(StoreEngine.PostgreSql)]
public sealed class MerchantStoreSafetyTests(StoreEngine engine) : MerchantStoreTestBase(engine)
{
    private const int MaxCookieLength = 1500;

    [Test]
    public async Task Command_ServiceRefusesWithALongText_IsShownCutAndInNoCookie()
    {
        await BuyAsync();
        Sandbox.Faults.When(message => message is ChargeOrderRequest, SandboxFault.Refuse("Bad <b> " + new string('x', 30_000)));
        Browser.SetCookies.Clear();

        await ChargeAllAsync();

        Assert.That(Browser.Text, Does.Contain("Charge 57.00 USD refused: Bad <b> xxx"));
        Assert.That(Browser.Text, Has.Length.LessThan(10_000));
        Assert.That(Browser.SetCookies.Select(cookie => cookie.Length), Has.All.LessThan(MaxCookieLength));

        await Browser.GoAsync("/Orders");
        Assert.That(Browser.Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task Update_ServiceRefusesWithALongText_IsInNoCookie()
    {
        await BuyAsync();
        Sandbox.Faults.When(message => message is Reports.OrderSummaryRequest, SandboxFault.Refuse(new string('x', 30_000)));
        Browser.SetCookies.Clear();

        await Browser.PressAsync("Update from Google Checkout");

        Assert.That(Browser.Text, Does.Contain("Google Checkout did not report the order. Nothing was updated.").And.Not.Contains("xxx"));
        Assert.That(Browser.SetCookies.Select(cookie => cookie.Length), Has.All.LessThan(MaxCookieLength));
    }

    [Test]
    public async Task Notice_OfALongTrackingNumber_IsCut()
    {
        await BuyAsync();
        Browser.SetCookies.Clear();

        await Browser.PressAsync("Mark as shipped", ("carrier", "UPS"), ("trackingNumber", new string('9', 30_000)), ("unpaid", "true"));

        Assert.That(Browser.SetCookies.Select(cookie => cookie.Length), Has.All.LessThan(MaxCookieLength));
        Assert.That(Browser.Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [TestCase("Mark as shipped", "carrier", "")]
    [TestCase("Cancel the order", "reason", "a\u0001b", TestName = "{m}(a control character)")]
    public async Task Command_ThatCannotBeWritten_IsNotSentAndSaysSo(string button, string field, string value)
    {
        await BuyAsync();
        var before = Sandbox.Requests.Count;

        await Browser.PressAsync(button, (field, value), ("trackingNumber", "1Z"), ("unpaid", "true"));

        Assert.That(Browser.Text, Does.Contain("This cannot be sent."));
        Assert.That(Sandbox.Requests, Has.Count.EqualTo(before));
    }

    [Test]
    public async Task Cookies_OverHttps_AreSecureAndHiddenFromScripts()
    {
        await RestartAsync(("ForwardedHeaders_Enabled", "true"));
        using var visitor = new StoreVisitor(Store.Address) { IsBehindTlsProxy = true };

        await visitor.GoAsync("/");
        await visitor.PressAsync("Add Teapot to the cart");
        await SetUpAsync(visitor);

        Assert.That(visitor.Text, Does.Contain("Orders"));
        string[] names = ["cart=", ".AspNetCore.Antiforgery.", ".AspNetCore.Mvc.CookieTempDataProvider=", ".AspNetCore.Cookies="];
        Assert.That(names.Where(name => !visitor.SetCookies.Any(cookie => cookie.StartsWith(name, StringComparison.Ordinal))), Is.Empty);
        Assert.That(visitor.SetCookies.Where(cookie => !cookie.Contains("; secure", StringComparison.OrdinalIgnoreCase)), Is.Empty);
        Assert.That(visitor.SetCookies.Where(cookie => !cookie.Contains("; httponly", StringComparison.OrdinalIgnoreCase)), Is.Empty);
        Assert.That(visitor.SetCookies.Where(cookie => !cookie.Contains("; samesite=", StringComparison.OrdinalIgnoreCase)), Is.Empty);
    }

    [Test]
    public async Task Checkout_RequestForAnotherHost_DoesNotSendCalculationsThere()
    {
        await AddAsync("Teapot");
        var request = Browser.FormOf("Checkout with Google");
        request.Headers.Host = "evil.example";

        await Browser.SendAsync(request);

        var cart = Sandbox.Requests.Select(sent => sent.Message).OfType<CheckoutShoppingCart>().Single();
        Assert.That(cart.CheckoutFlowSupport!.MerchantCalculations!.MerchantCalculationsUrl, Is.EqualTo(new Uri(Store.Address, "/checkout/callback").AbsoluteUri));
    }

    [TestCase("abc")]
    [TestCase("")]
    [TestCase("-1")]
    [TestCase("100")]
    [TestCase("1.5")]
    [TestCase("99999999999")]
    public async Task Quantity_Unreadable_ChangesNothingAndSaysSo(string quantity)
    {
        await Browser.GoAsync("/");
        await Browser.PressAsync("Add Sencha to the cart");
        foreach (var button in new[] { "Update quantities", "Checkout with Google" })
        {
            await Browser.GoAsync("/Cart");
            await Browser.PressAsync(button, ("quantities[sencha]", quantity));

            Assert.That(Browser.Text, Does.Contain("Enter each quantity as a whole number from 0 to 99."));
            Assert.That(Browser.Text, Does.Contain("Cart (1)"));
        }

        Assert.That(Sandbox.Requests, Is.Empty);
    }
}
