using System.Net;
using GoogleCheckout.Sandbox.Api;
using NUnit.Framework;

namespace GoogleCheckout.Sandbox.Pages;

/// <summary>The forms of the console, the clock and the faults need a login and a token, and no page of them contains markup of others.</summary>
public sealed class ConsoleFormTests : ShopFixture
{
    private const string Markup = "\"'><script>alert(1)</script>";

    [TestCase(PageUrls.ConsoleMessage + "?id=delivery-1")]
    [TestCase(PageUrls.Clock)]
    [TestCase(PageUrls.Faults)]
    [TestCase(PageUrls.RemoveFault)]
    public async Task Form_WithoutTokenOrLogin_IsRefused(string path)
    {
        await PlaceAsync();
        Sandbox.Faults.Next(SandboxFault.Truncate, 100);
        var (posts, now) = (Shop.Posts.Count, Sandbox.Accounts.Now);
        await SignInAsync();
        (string, string)[] fields = [("action", "resend"), ("number", "7"), ("unit", "day"), ("target", "Requests"), ("fault", "drop-after"), ("remove", "all")];

        using var withoutToken = await Merchant.PostAsync(path, fields);
        using var stranger = new PageVisitor(Sandbox.PagesAddress!);
        await stranger.OpenAsync(PageUrls.SignIn);
        var token = stranger.GetHiddenFields(PageUrls.SignIn)[0];
        using var withoutLogin = await stranger.PostAsync(path, [.. fields, (token.Key, token.Value)]);

        Assert.That(withoutToken.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(withoutLogin.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That((Shop.Posts.Count, Sandbox.Accounts.Now - now < TimeSpan.FromDays(1)), Is.EqualTo((posts, true)));
        Assert.That(Sandbox.Accounts.First.Faults.Requests.Active, Has.Count.EqualTo(1));
    }

    [TestCase(PageUrls.Console)]
    [TestCase(PageUrls.ConsoleMessage + "?id=delivery-1")]
    [TestCase(PageUrls.Clock)]
    [TestCase(PageUrls.Faults)]
    public async Task Page_WithoutLogin_LeadsToTheLogin(string path)
    {
        await PlaceAsync();

        await Merchant.OpenAsync(path);

        Assert.That(Merchant.Address.AbsolutePath, Is.EqualTo(PageUrls.SignIn));
    }

    [Test]
    public async Task Pages_MarkupInMessagesAndFields_IsEncoded()
    {
        Shop.AnswerWith(500, Markup);
        var cart = SampleCarts.Books;
        var item = cart.ShoppingCart.Items[0] with { ItemName = Markup, ItemDescription = Markup, MerchantItemId = Markup, MerchantPrivateItemData = PrivateData.FromText(Markup) };
        await Sandbox.PlaceOrderAsync(await Client.CheckoutAsync(cart with { ShoppingCart = cart.ShoppingCart with { Items = [item, cart.ShoppingCart.Items[1]], MerchantPrivateData = PrivateData.FromText(Markup) } }));
        await Sandbox.DeliverAsync();
        using var raw = new RawClient(Sandbox) { ContentType = "application/xml" };
        await raw.PostAsync("request", Markup);
        await raw.PostAsync("request", "<script xmlns=\"http://checkout.google.com/schema/2\" a=\"'&quot;>\"><!--<script>--><?script <script>?><![CDATA[<script>]]></script>");
        await SignInAsync();
        var encoded = Uri.EscapeDataString(Markup);

        foreach (var path in new[]
        {
            PageUrls.Console, $"{PageUrls.Console}?order={encoded}&kind={encoded}&page={encoded}&renew={encoded}", $"{PageUrls.ConsoleMessage}?id={encoded}", $"{PageUrls.ConsoleMessage}?id=request-1",
            $"{PageUrls.ConsoleMessage}?id=request-2", $"{PageUrls.ConsoleMessage}?id=request-3", $"{PageUrls.Clock}?advanced={encoded}", $"{PageUrls.ConsoleMessage}?id=delivery-1&sent={encoded}",
        })
        {
            await Merchant.OpenAsync(path);
            AssertNoMarkup();
        }

        await Merchant.SubmitAsync(PageUrls.ConsoleMessage, ("action", "edit"), ("body", Markup));
        AssertNoMarkup();
        await Merchant.SubmitAsync(PageUrls.ConsoleMessage, ("action", "anyway"), ("body", $"<a>{Markup}</a>"));
        AssertNoMarkup();
        await Merchant.OpenAsync(PageUrls.Clock);
        await Merchant.SubmitAsync(PageUrls.Clock, ("number", Markup), ("unit", Markup));
        AssertNoMarkup();
        await Merchant.OpenAsync(PageUrls.Faults);
        await Merchant.SubmitAsync(PageUrls.Faults, ("target", "Requests"), ("fault", "refuse"), ("reason", Markup), ("times", string.Empty));
        Assert.That(Merchant.Text, Does.Contain($"is refused: {Markup}"));
        AssertNoMarkup();
        await Merchant.SubmitAsync(PageUrls.Faults, ("target", Markup), ("fault", Markup), ("kind", Markup), ("reason", Markup), ("times", Markup), ("seconds", Markup), ("quirk", Markup));
        AssertNoMarkup();
    }

    private void AssertNoMarkup() => Assert.That(Merchant.Html, Does.Not.Contain("<script").And.Not.Contain("\"'>"), Merchant.Address.ToString());
}
