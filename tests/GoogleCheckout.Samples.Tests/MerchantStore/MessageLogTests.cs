using NUnit.Framework;

namespace GoogleCheckout.Samples.MerchantStore;

/// <summary>The owner's log of the messages that the store and Google Checkout exchanged.</summary>
[TestFixture(StoreEngine.Sqlite)]
[TestFixture(StoreEngine.PostgreSql)]
public sealed class MessageLogTests(StoreEngine engine) : MerchantStoreTestBase(engine)
{
    [Test]
    public async Task Messages_OfAnOrder_AreFoundByItsNumberInBothDirections()
    {
        var placed = await BuyAsync();
        await Browser.PressAsync("Charge", ("amount", "12.50"));

        await Eventually.Async(
            async () =>
            {
                await Browser.GoAsync($"/Messages?search={placed.GoogleOrderNumber}");
                return Browser.Text;
            },
            Does.Contain("charge-order").And.Contains("new-order-notification").And.Contains("notification-acknowledgment").And.Contains("200"));
        Assert.That(Browser.Text, Does.Contain("sent").And.Contains("received"));

        await Browser.GoAsync("/Messages?search=no-such-text");
        Assert.That(Browser.Text, Does.Contain("No message has this text"));
    }

    [Test]
    public async Task Message_WithBuyersData_IsMasked()
    {
        await BuyAsync();

        await Eventually.Async(
            async () =>
            {
                await Browser.GoAsync("/Messages?search=new-order-notification");
                return Browser.Page;
            },
            Does.Match("href=\"/Messages/Message/[0-9]+\""));
        await Browser.GoAsync(System.Text.RegularExpressions.Regex.Match(Browser.Page, "/Messages/Message/[0-9]+").Value);

        Assert.Multiple(() =>
        {
            Assert.That(Browser.Text, Does.Contain("<buyer-shipping-address>***</buyer-shipping-address>").And.Contains("Teapot"));
            Assert.That(Browser.Text, Does.Not.Contain("Ada Example").And.Not.Contains("12 Sample Street").And.Not.Contains(Sandbox.MerchantKey));
        });
    }

    [Test]
    public async Task Callback_WithWrongKey_IsNotLogged()
    {
        using var http = new HttpClient();
        using var refused = await http.PostAsync(new Uri(Store.Address, "/checkout/callback"), new StringContent("<forged-message/>", System.Text.Encoding.UTF8, "application/xml"));
        Assert.That((int)refused.StatusCode, Is.EqualTo(401));

        await BuyAsync();
        await Eventually.Async(
            async () =>
            {
                await Browser.GoAsync("/Messages");
                return Browser.Text;
            },
            Does.Contain("new-order-notification"));
        await Browser.GoAsync("/Messages?search=forged");
        Assert.That(Browser.Text, Does.Contain("No message has this text"));
    }

    [TestCase("/Messages")]
    [TestCase("/Messages/Message/1")]
    public async Task Messages_WithoutSignIn_AreNotShown(string path)
    {
        await Browser.GoAsync(path);

        Assert.That(Browser.Address.AbsolutePath, Is.EqualTo("/Setup").Or.EqualTo("/SignIn"));
    }
}
