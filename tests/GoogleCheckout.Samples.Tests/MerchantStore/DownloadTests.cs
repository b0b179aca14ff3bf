using System.Net;
using NUnit.Framework;

namespace GoogleCheckout.Samples.MerchantStore;

/// <summary>The file of a digital product: only for its buyer, and only when it is paid.</summary>
[TestFixture(StoreEngine.Sqlite)]
[TestFixture(StoreEngine.PostgreSql)]
public sealed class DownloadTests(StoreEngine engine) : MerchantStoreTestBase(engine)
{
    [Test]
    public async Task Download_OfAnOrder_IsThereWhileItIsPaid()
    {
        await AddAsync("The tea handbook");
        var placed = await Sandbox.PlaceOrderAsync(await CheckOutAsync([]));
        await Sandbox.AdvanceAsync(TimeSpan.FromHours(2));
        var order = (await ReadOrdersAsync()).Single();
        var file = $"/MyOrder/{order.BuyerKey}/handbook.pdf";

        var page = new Uri(placed.ShoppingCart.Items[0].DigitalContent!.Url!);
        await Browser.GoAsync(page.AbsolutePath);
        Assert.That(Browser.Text, Does.Contain("You find The tea handbook here as soon as the payment is charged.").And.Not.Contains("We ship"));
        Assert.That(await GetStatusAsync(file), Is.EqualTo(HttpStatusCode.NotFound), "it is not charged");

        await Client.ChargeOrderAsync(placed.GoogleOrderNumber);
        await Sandbox.AdvanceAsync(TimeSpan.FromHours(2));
        await Browser.GoAsync(page.AbsolutePath);
        Assert.That(Browser.Page, Does.Contain($"href=\"{file}\""));
        await Browser.GoAsync($"/MyOrder/{order.BuyerKey}");
        Assert.That(Browser.Page, Does.Contain($"href=\"{file}\"").And.Not.Contains("id=\"delivery\""));
        await Browser.GoAsync(file);
        Assert.That((Browser.Status, Browser.Page[..4]), Is.EqualTo((HttpStatusCode.OK, "%PDF")));

        Assert.That(await GetStatusAsync($"/MyOrder/{order.BuyerKey}/teapot.pdf"), Is.EqualTo(HttpStatusCode.NotFound), "it was not bought, and has no file");
        Assert.That(await GetStatusAsync($"/MyOrder/{order.Number}/handbook.pdf"), Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(await GetStatusAsync($"/MyOrder/{order.BuyerKey}/..%2Fhandbook.pdf"), Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(await GetStatusAsync("/Downloads/handbook.pdf"), Is.EqualTo(HttpStatusCode.NotFound));

        await Client.RefundOrderAsync(placed.GoogleOrderNumber, "The buyer did not want it");
        await Sandbox.AdvanceAsync(TimeSpan.FromHours(2));
        Assert.That(await GetStatusAsync(file), Is.EqualTo(HttpStatusCode.NotFound));
        await Browser.GoAsync($"/MyOrder/{order.BuyerKey}");
        Assert.That(Browser.Text, Does.Contain("This order is canceled or refunded, so it has no downloads any more."));
    }

    private async Task<HttpStatusCode> GetStatusAsync(string path)
    {
        await Browser.GoAsync(path);
        return Browser.Status;
    }
}
