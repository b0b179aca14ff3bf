using System.Net;
using System.Text;
using GoogleCheckout.Carts;
using NUnit.Framework;

namespace GoogleCheckout.Sandbox.Api;

/// <summary>Carts in forms that a browser posts: without credentials, with a page as the response.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class FormHandlerTests : IAsyncDisposable
{
    private CheckoutSandbox _sandbox = null!;
    private RawClient _client = null!;

    [SetUp]
    public async Task StartAsync()
    {
        _sandbox = await CheckoutSandbox.StartAsync(new CheckoutSandboxOptions { RequireClientCertificate = false });
        _client = ClientOf(_sandbox);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _sandbox.DisposeAsync();
    }

    [TestCase("sign")]
    [TestCase("buy now")]
    [TestCase("unsigned")]
    public async Task Form_EachKind_IsAcceptedUnchanged(string kind)
    {
        var form = FormOf(kind, SampleCarts.Books);

        var (status, page) = await PostAsync(form.Action.AbsolutePath, form.WithAnalyticsData().Fields);

        var request = _sandbox.Requests.Single();
        var order = await _sandbox.PlaceOrderAsync((CheckoutRedirect)request.Response!);
        Assert.Multiple(() =>
        {
            Assert.That(status, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(request.Message!.OriginalXml.ToArray(), Is.EqualTo(form.Cart.ToArray()));
            Assert.That(page, Does.Contain("Book").And.Contain("A novel").And.Contain("20.00 USD").And.Contain("PlaceOrderAsync"));
            Assert.That(page, Does.Contain(WebUtility.HtmlEncode(((CheckoutRedirect)request.Response!).RedirectUrl)));
            Assert.That(page, Does.Contain(kind == "unsigned" ? "The cart is not signed" : "The signature of the cart is valid"));
            Assert.That(order.OrderTotal, Is.EqualTo(new Money(50.00m, "USD")));
        });
    }

    [TestCase("/checkout/api/checkout/v2/checkout/Merchant/{0}", "/checkout/view/buy?")]
    [TestCase("/api/checkout/v2/checkout/Merchant/{0}", "/checkout/view/buy?")]
    [TestCase("/api/checkout/v2/checkout/Donations/{0}", "/checkout/view/donations/buy?")]
    [TestCase("/checkout/api/checkout/v2/checkout/Donations/{0}", "/checkout/view/donations/buy?")]
    [TestCase("/cws/v2/Merchant/{0}/checkout", "/checkout/view/buy?")]
    [TestCase("/checkout/cws/v2/Merchant/{0}/checkout", "/checkout/view/buy?")]
    [TestCase("/checkout/cws/v2/Donations/{0}/checkout", "/checkout/view/donations/buy?")]
    public async Task Form_EachFormOfTheAddress_IsAccepted(string path, string buyers)
    {
        var (status, _) = await PostAsync(string.Format(null, path, _sandbox.MerchantId), FormOf("buy now", SampleCarts.Books).Fields);

        Assert.That(status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(((CheckoutRedirect)_sandbox.Requests.Single().Response!).RedirectUrl, Does.Contain(buyers));
    }

    [TestCase("/checkout/api/checkout/v2/checkout/Merchant/{0}/diagnose")]
    [TestCase("/cws/v2/Merchant/{0}/checkout/diagnose")]
    public async Task Form_Diagnose_ValidatesWithoutStoring(string path)
    {
        var (status, page) = await PostAsync(string.Format(null, path, _sandbox.MerchantId), FormOf("sign", SampleCarts.Books).Fields);

        Assert.That(status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(page, Does.Contain("validated and not stored").And.Contain("A novel"));
        Assert.That(((DiagnoseResponse)_sandbox.Requests.Single().Response!).InputXml, Does.StartWith("<checkout-shopping-cart"));
    }

    [Test]
    public async Task Form_DiagnoseInvalidCart_IsRejected()
    {
        var empty = SampleCarts.Books with { ShoppingCart = new ShoppingCart() };

        var (status, page) = await PostAsync(
            $"/api/checkout/v2/checkout/Merchant/{_sandbox.MerchantId}/diagnose", [KeyValuePair.Create("cart", Base64(empty.ToXmlString()))]);

        Assert.That(status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(_sandbox.Requests.Single().Response, Is.InstanceOf<ErrorResponse>());
        Assert.That(page, Does.Contain("The cart was rejected"));
    }

    [TestCase("The signature does not match the cart", "cart", "{cheaper}", "signature", "{signature}", Description = "tampered")]
    [TestCase("The signature does not match the cart", "cart", "{cart}", "signature", "{other key}")]
    [TestCase("The signature does not match the cart", "cart", "{cart}", "signature", "{signature, cut}")]
    [TestCase("The signature does not match the cart", "cart", "{cart}", "signature", "")]
    [TestCase("The signature does not match the cart", "buyButtonCart", "{cheaper}//separator//{signature}")]
    [TestCase("The signature does not match the cart", "buyButtonCart", "{cart}//separator//")]
    [TestCase("has no //separator//", "buyButtonCart", "{cart}//seperator//{signature}")]
    [TestCase("is not base64, or is truncated", "cart", "{cart, cut}", "signature", "{signature}")]
    [TestCase("is not base64, or is truncated", "buyButtonCart", "{cart, cut}//separator//{signature}")]
    [TestCase("has the field cart 2 times", "cart", "{cart}", "cart", "{cart}", "signature", "{signature}")]
    [TestCase("has the field buyButtonCart 2 times", "buyButtonCart", "{cart}//separator//{signature}", "buyButtonCart", "{cart}//separator//{signature}")]
    [TestCase("has both a field cart and a field buyButtonCart", "cart", "{cart}", "buyButtonCart", "{cart}//separator//{signature}")]
    [TestCase("has neither a field cart nor a field buyButtonCart", "Cart", "{cart}")]
    [TestCase("Error parsing XML; message from parser is: ", "cart", "PGhlbGxvLz4=")]
    [TestCase("Error parsing XML; message from parser is: ", "cart", "")]
    public async Task Form_InvalidFieldsOrSignature_Returns400WithReason(string reason, params string[] namesAndValues)
    {
        var form = FormOf("sign", SampleCarts.Books);
        var (cart, signature) = (form.Fields[0].Value, form.Fields[1].Value);
        string Fill(string value) => value
            .Replace("{cart}", cart, StringComparison.Ordinal)
            .Replace("{cart, cut}", cart[..^3], StringComparison.Ordinal)
            .Replace("{cheaper}", Base64(SampleCarts.Books.ToXmlString().Replace("20.00", "2.00", StringComparison.Ordinal)), StringComparison.Ordinal)
            .Replace("{signature}", signature, StringComparison.Ordinal)
            .Replace("{signature, cut}", signature[..^5], StringComparison.Ordinal)
            .Replace("{other key}", CartSignature.Sign(form.Cart, "another key"), StringComparison.Ordinal);

        var (status, page) = await PostAsync(form.Action.AbsolutePath, namesAndValues.Chunk(2).Select(pair => KeyValuePair.Create(pair[0], Fill(pair[1]))));

        Assert.Multiple(() =>
        {
            Assert.That(status, Is.EqualTo(HttpStatusCode.BadRequest));
            Assert.That(((ErrorResponse)_sandbox.Requests.Single().Response!).ErrorMessage, Does.Contain(reason));
            Assert.That(WebUtility.HtmlDecode(page), Does.Contain("The cart was rejected").And.Contain(reason));
        });
    }

    [Test]
    public async Task Form_RequiredSignatureMissing_IsRejected()
    {
        await using var strict = await CheckoutSandbox.StartAsync(new CheckoutSandboxOptions { RequireClientCertificate = false, RequireSignedCarts = true });
        using var client = ClientOf(strict);
        var unsigned = CheckoutForm.CreateUnsigned(SampleCarts.Books, strict.CreateOptions());
        var signed = CheckoutForm.SignBuyNow(SampleCarts.Books, strict.CreateOptions());

        var (rejected, page) = await PostAsync(client, unsigned.Action.AbsolutePath, unsigned.Fields);
        var (accepted, _) = await PostAsync(client, signed.Action.AbsolutePath, signed.Fields);

        Assert.That((rejected, accepted), Is.EqualTo((HttpStatusCode.BadRequest, HttpStatusCode.OK)));
        Assert.That(page, Does.Contain("accepts only signed carts"));
    }

    [Test]
    public async Task Form_OtherMerchant_IsRejected()
    {
        var fields = FormOf("sign", SampleCarts.Books).Fields;

        var (other, page) = await PostAsync("/api/checkout/v2/checkout/Merchant/1234567890", fields);
        var (malformed, malformedPage) = await PostAsync("/api/checkout/v2/checkout/Merchant/12345", fields);

        Assert.Multiple(() =>
        {
            Assert.That((other, malformed), Is.EqualTo((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest)));
            Assert.That(page, Does.Contain("The sandbox has no merchant 1234567890"));
            Assert.That(WebUtility.HtmlDecode(malformedPage), Does.Contain(@"expected id: (\d{10})|(\d{15}), but got 12345"));
        });
    }

    [Test]
    public async Task Form_Get_Returns405WithPage()
    {
        using var response = await _client.SendRawAsync(HttpMethod.Get, FormOf("sign", SampleCarts.Books).Action.AbsolutePath, string.Empty);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.MethodNotAllowed));
        Assert.That(response.Content.Headers.ContentType!.MediaType, Is.EqualTo("text/html"));
    }

    [Test]
    public async Task Form_TooLarge_Returns413WithPage()
    {
        var (status, page) = await PostAsync(FormOf("sign", SampleCarts.Books).Action.AbsolutePath, "cart=" + new string('A', CheckoutXml.DefaultMaxBytes));

        Assert.That(status, Is.EqualTo(HttpStatusCode.RequestEntityTooLarge));
        Assert.That(page, Does.Contain("The cart was rejected"));
    }

    [Test]
    public async Task Form_TooManyFields_Returns400WithPage()
    {
        var (status, page) = await PostAsync(
            FormOf("sign", SampleCarts.Books).Action.AbsolutePath, string.Join('&', Enumerable.Range(0, 5_000).Select(i => string.Create(null, $"f{i}=1"))));

        Assert.That(status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(page, Does.Contain("limit"));
    }

    [Test]
    public async Task Form_LongCart_IsAccepted()
    {
        var description = new string('x', 5_000_000);
        var form = FormOf("sign", SampleCarts.Books with { ShoppingCart = new ShoppingCart { Items = [SampleCarts.Books.ShoppingCart.Items[0] with { ItemDescription = description }] } });

        var (status, _) = await PostAsync(form.Action.AbsolutePath, form.Fields);

        Assert.That(status, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task Page_CartWithMarkup_EncodesMarkup()
    {
        const string Hostile = "<script>alert('x')</script>\" onload=\"x & </td>";
        var cart = SampleCarts.Books with { ShoppingCart = new ShoppingCart { Items = [SampleCarts.Books.ShoppingCart.Items[0] with { ItemName = Hostile, ItemDescription = Hostile }] } };
        var form = FormOf("unsigned", cart);

        var (_, page) = await PostAsync(form.Action.AbsolutePath, form.Fields);

        Assert.That(page, Does.Not.Contain("<script").And.Not.Contain("onload=\""));
        Assert.That(WebUtility.HtmlDecode(page), Does.Contain(Hostile));
    }

    [Test]
    public async Task Page_AcceptedCart_AllowsOnlyTheStyleSheetOfItsPort()
    {
        var form = FormOf("sign", SampleCarts.Books);

        using var response = await SendAsync(_client, form.Action.AbsolutePath, await new FormUrlEncodedContent(form.Fields).ReadAsStringAsync());
        using var style = await _client.SendRawAsync(HttpMethod.Get, "/style.css", string.Empty);

        Assert.That(response.Content.Headers.ContentType!.ToString(), Is.EqualTo("text/html; charset=utf-8"));
        Assert.That(response.Headers.GetValues("Content-Security-Policy").Single(), Does.StartWith("default-src 'none'; style-src 'self'; "));
        Assert.That(await response.Content.ReadAsStringAsync(), Does.Contain("href=\"/style.css\"").And.Not.Contain(_sandbox.MerchantKey).And.Not.Contain("/checkout/view/purchases"));
        Assert.That(style.Content.Headers.ContentType!.ToString(), Is.EqualTo("text/css; charset=utf-8"));
        Assert.That(_sandbox.Requests, Has.Count.EqualTo(1), "the test's own request stays the last in the log");
    }

    private CheckoutForm FormOf(string kind, CheckoutShoppingCart cart) => kind switch
    {
        "sign" => CheckoutForm.Sign(cart, _sandbox.CreateOptions()),
        "buy now" => CheckoutForm.SignBuyNow(cart, _sandbox.CreateOptions()),
        _ => CheckoutForm.CreateUnsigned(cart, _sandbox.CreateOptions()),
    };

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    private static RawClient ClientOf(CheckoutSandbox sandbox) => new(sandbox, certificate: null) { Credentials = null, ContentType = "application/x-www-form-urlencoded" };

    private Task<(HttpStatusCode Status, string Page)> PostAsync(string path, IEnumerable<KeyValuePair<string, string>> fields) => PostAsync(_client, path, fields);

    private static async Task<(HttpStatusCode Status, string Page)> PostAsync(RawClient client, string path, IEnumerable<KeyValuePair<string, string>> fields) =>
        await PostAsync(client, path, string.Join('&', fields.Select(field => $"{WebUtility.UrlEncode(field.Key)}={WebUtility.UrlEncode(field.Value)}")));

    private Task<(HttpStatusCode Status, string Page)> PostAsync(string path, string body) => PostAsync(_client, path, body);

    private static async Task<(HttpStatusCode Status, string Page)> PostAsync(RawClient client, string path, string body)
    {
        using var response = await SendAsync(client, path, body);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    private static Task<HttpResponseMessage> SendAsync(RawClient client, string path, string body) => client.SendRawAsync(HttpMethod.Post, path, body);
}
