using System.Net;
using System.Text;
using NUnit.Framework;

namespace GoogleCheckout.Samples.MerchantStore;

/// <summary>What a visitor reads when there is nothing else to show.</summary>
public sealed class StatusPageTests : MerchantStoreTestBase
{
    [Test]
    public async Task Page_NotThere_SaysSoInTheStoresLook()
    {
        await Browser.GoAsync("/no-such-page");

        Assert.That(Browser.Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(Browser.Text, Does.Contain("There is no such page").And.Contains("Back to the store"));
    }

    [Test]
    public async Task Order_NotThere_SaysSo()
    {
        await SignInAsync();

        await Browser.GoAsync("/Orders/1");

        Assert.That(Browser.Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(Browser.Text, Does.Contain("There is no such page"));
    }

    [Test]
    public async Task Form_WithoutItsToken_SaysThatNothingWasChanged()
    {
        await Browser.SendAsync(new HttpRequestMessage(HttpMethod.Post, new Uri(Store.Address, "/SignIn")) { Content = new FormUrlEncodedContent([]) });

        Assert.That(Browser.Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(Browser.Text, Does.Contain("This form is out of date").And.Contains("Nothing was changed."));
    }

    [Test]
    public async Task Callback_Unauthorized_IsNoPage()
    {
        await Browser.SendAsync(new HttpRequestMessage(HttpMethod.Post, new Uri(Store.Address, "/checkout/callback")) { Content = new StringContent("<hello/>", Encoding.UTF8, "application/xml") });

        Assert.That(Browser.Page, Is.Empty);
        Assert.That(Browser.Status, Is.EqualTo(HttpStatusCode.Unauthorized));
    }
}
