using NUnit.Framework;

namespace GoogleCheckout.Sandbox.Pages;

/// <summary>Pages that renew themselves because the person chose that, without script.</summary>
public sealed class RenewalTests : MerchantCenterFixture
{
    [TestCase(PageUrls.Inbox + "?show=ship&q=Ada")]
    [TestCase(PageUrls.Order)]
    [TestCase(PageUrls.Console + "?kind=charge-order")]
    [TestCase(PageUrls.Receipt)]
    public async Task Page_RenewedOnChoice_LoadsItselfAgainUntilItIsStopped(string path)
    {
        var number = await PlaceAsync();
        await SignInAsync();
        var url = path.Contains('?', StringComparison.Ordinal) ? path : PageUrls.OfOrder(path, number);
        await Merchant.OpenAsync(url);
        Assert.That(Merchant.Header("Refresh"), Is.Null);
        Assert.That(Merchant.Text, Does.Contain("Renew , or renew every 5 seconds"));

        await Merchant.OpenAsync(Merchant.Links.Single(link => link.EndsWith("renew=1", StringComparison.Ordinal)));
        Assert.That(Merchant.Header("Refresh"), Is.EqualTo("5"));
        Assert.That(Merchant.Text, Does.Contain("This page renews itself every 5 seconds. Stop"));
        Assert.That(Merchant.Address.PathAndQuery, Is.EqualTo($"{url}&renew=1"));

        await Merchant.OpenAsync(Merchant.Links.First(link => link == url));
        Assert.That(Merchant.Header("Refresh"), Is.Null);
    }

    [Test]
    public async Task Inbox_Renewed_KeepsItForTheFilters()
    {
        await PlaceAsync();
        await SignInAsync();

        await Merchant.OpenAsync($"{PageUrls.Inbox}?renew=1");

        Assert.That(Merchant.Links, Does.Contain("/sell/orders?show=ship&renew=1"));
        Assert.That(Merchant.Links, Does.Contain(PageUrls.OrderFile));
    }

    [Test]
    public async Task Order_FormWithAnError_DoesNotRenewItself()
    {
        var number = await PlaceAsync();
        await SignInAsync();
        await Merchant.OpenAsync($"{PageUrls.OfOrder(PageUrls.Order, number)}&renew=1");

        await Merchant.SubmitAsync("id=\"charge\"", ("amount", "nothing"));

        Assert.That(Merchant.Text, Does.Contain("Enter the amount with digits"));
        Assert.That(Merchant.Header("Refresh"), Is.Null);
    }
}
