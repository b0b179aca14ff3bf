using System.Net;
using GoogleCheckout.Sandbox.Pages.MerchantCenter;
using Microsoft.AspNetCore.Http;
using NUnit.Framework;

namespace GoogleCheckout.Sandbox.Pages;

/// <summary>The login of the Merchant Center.</summary>
public sealed class SignInTests : MerchantCenterFixture
{
    [Test]
    public async Task Page_WithoutLogin_LeadsToTheLoginAndBack()
    {
        await Merchant.OpenAsync("/sell/orders?show=ship&q=a%26b");

        Assert.That(Merchant.Address.AbsolutePath, Is.EqualTo("/sell/sign-in"));
        Assert.That(Merchant.Text, Does.Contain("Sign in to the Merchant Center").And.Not.Contain("Sign out"));
        await Merchant.SubmitAsync(PageUrls.SignIn, ("merchant-id", $" {Sandbox.MerchantId} "), ("merchant-key", Sandbox.MerchantKey));
        Assert.That(Merchant.Address.PathAndQuery, Is.EqualTo("/sell/orders?show=ship&q=a%26b"));
        Assert.That(Merchant.Text, Does.Contain($"Merchant {Sandbox.MerchantId}").And.Contain("Sign out"));
        Assert.That(Merchant.Html, Does.Not.Contain(Sandbox.MerchantKey));
    }

    [TestCase("1", "")]
    [TestCase("", "x")]
    [TestCase(null, "x")]
    public async Task SignIn_WrongIdOrKey_IsRefused(string? id, string key)
    {
        await Merchant.OpenAsync(PageUrls.Inbox);

        await Merchant.SubmitAsync(PageUrls.SignIn, ("merchant-id", id ?? Sandbox.MerchantId), ("merchant-key", key.Length > 0 ? key : Sandbox.MerchantKey));

        Assert.That(Merchant.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(Merchant.Text, Does.Contain("There is no merchant with this id and key."));
        await Merchant.OpenAsync(PageUrls.Inbox);
        Assert.That(Merchant.Address.AbsolutePath, Is.EqualTo("/sell/sign-in"));
    }

    [Test]
    public async Task SignOut_EndsTheLogin()
    {
        await SignInAsync();

        await Merchant.SubmitAsync(PageUrls.SignOut);
        await Merchant.OpenAsync(PageUrls.Inbox);

        Assert.That(Merchant.Address.AbsolutePath, Is.EqualTo("/sell/sign-in"));
    }

    [TestCase("/sell/orders?page=2", "/sell/orders?page=2")]
    [TestCase("/sell/order?t=1 ü", "/sell/order?t=1%20%C3%BC")]
    [TestCase("/sell//elsewhere.example", "/sell//elsewhere.example")]
    [TestCase("/sell/../checkout/view/purchases", "/sell/orders")]
    [TestCase("//elsewhere.example/sell/", "/sell/orders")]
    [TestCase("https://elsewhere.example/sell/", "/sell/orders")]
    [TestCase("/\\elsewhere.example", "/sell/orders")]
    [TestCase("/sell/orders\r\nX: y", "/sell/orders%0D%0AX:%20y")]
    [TestCase("javascript:alert(1)", "/sell/orders")]
    [TestCase("", "/sell/orders")]
    public void Return_OtherPlace_LeadsToTheInbox(string requested, string path) => Assert.That(SignInPage.GetLocalPath(requested), Is.EqualTo(path));

    [Test]
    public async Task Cookie_OfTheLogin_IsForThisSandboxOnly()
    {
        await using var other = await CheckoutSandbox.StartAsync(new CheckoutSandboxOptions { PagesEndpoint = new IPEndPoint(IPAddress.Loopback, 0), MerchantId = Sandbox.MerchantId });
        using var handler = new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false };
        using var browser = new HttpClient(handler) { BaseAddress = Sandbox.PagesAddress };
        using var page = await browser.GetAsync(new Uri(PageUrls.SignIn, UriKind.Relative));
        using var visitor = new PageVisitor(Sandbox.PagesAddress!);
        await visitor.OpenAsync(PageUrls.SignIn);
        using var form = new FormUrlEncodedContent(visitor.GetHiddenFields(PageUrls.SignIn).Concat([KeyValuePair.Create("merchant-id", Sandbox.MerchantId), KeyValuePair.Create("merchant-key", Sandbox.MerchantKey)]));
        using var request = new HttpRequestMessage(HttpMethod.Post, PageUrls.SignIn) { Content = form, Headers = { { "Cookie", visitor.CookieHeader } } };

        using var response = await browser.SendAsync(request);

        var cookie = response.Headers.GetValues("Set-Cookie").Single();
        Assert.That(cookie, Does.Contain("httponly").And.Contain("samesite=strict"));
        using var elsewhere = new HttpRequestMessage(HttpMethod.Get, new Uri(other.PagesAddress!, PageUrls.Inbox)) { Headers = { { "Cookie", cookie.Split(';')[0] } } };
        using var refused = await browser.SendAsync(elsewhere);
        Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.SeeOther));
    }

    [Test]
    public async Task BuyerForm_AfterTheMerchantSignedIn_StaysValid()
    {
        var redirect = await Client.CheckoutAsync(SampleCarts.Books);
        await Merchant.OpenAsync(redirect.RedirectUrl);
        var fields = Merchant.GetHiddenFields("/checkout/view/buy");

        await SignInAsync();
        using var response = await Merchant.PostAsync(redirect.RedirectUrl, [.. fields.Select(field => (field.Key, field.Value)), ("action", "place"), ("buyer", "us"), ("shipping", "Ground"), ("card", TestCard.Accepted.Number)]);

        Assert.That(response.RequestMessage!.RequestUri!.AbsolutePath, Is.EqualTo(PageUrls.Confirmation), await response.Content.ReadAsStringAsync());
    }

    [Test]
    public async Task EachForm_WithoutLoginOrToken_IsRefused()
    {
        var number = await PlaceAsync();
        var forms = new MerchantRoutes(Sandbox.Accounts).ToPageRoutes().Where(route => HttpMethods.IsPost(route.Method) && route.Path != PageUrls.SignIn).ToList();
        Assert.That(forms, Is.Not.Empty);
        using var stranger = new PageVisitor(Sandbox.PagesAddress!);
        await stranger.OpenAsync(PageUrls.SignIn);
        await SignInAsync();

        foreach (var form in forms)
        {
            var url = $"{form.Path}?t={number}";
            (string, string)[] fields = [("action", "archive"), ("shown", string.Empty)];
            using var withoutLogin = await stranger.PostAsync(url, [.. stranger.GetHiddenFields(PageUrls.SignIn).Select(field => (field.Key, field.Value)), .. fields]);
            using var withoutToken = await Merchant.PostAsync(url, fields);

            Assert.That(withoutLogin.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized), url);
            Assert.That(withoutToken.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest), url);
        }

        using var signIn = await Merchant.PostAsync(PageUrls.SignIn, ("merchant-id", Sandbox.MerchantId), ("merchant-key", Sandbox.MerchantKey));
        Assert.That(signIn.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest), "a form of another site cannot sign in");
        Assert.That(Sandbox.Accounts.First.Service.FindFullOrder(number)!.Archived, Is.False);
    }

    [Test]
    public async Task EachPage_WithoutLogin_LeadsToTheLogin()
    {
        foreach (var page in new MerchantRoutes(Sandbox.Accounts).ToPageRoutes().Where(route => HttpMethods.IsGet(route.Method)))
        {
            await Merchant.OpenAsync(page.Path);

            Assert.That(Merchant.Address.AbsolutePath, Is.EqualTo("/sell/sign-in"), page.Path);
        }
    }

    [Test]
    public async Task Form_OfALoginThatEnded_IsRefused()
    {
        var number = await PlaceAsync();
        await SignInAsync();
        await Merchant.OpenAsync(PageUrls.OfOrder(PageUrls.Order, number));
        var fields = Merchant.GetHiddenFields(PageUrls.Order);
        await Merchant.SubmitAsync(PageUrls.SignOut);

        using var response = await Merchant.PostAsync(PageUrls.OfOrder(PageUrls.Order, number), [.. fields.Select(field => (field.Key, field.Value)), ("action", "archive")]);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
    }
}
