using System.Net;
using System.Text;
using GoogleCheckout.Carts;
using GoogleCheckout.Sandbox.Control;
using NUnit.Framework;

namespace GoogleCheckout.Sandbox.Hosting;

/// <summary>Requests that would fill the memory or stop the sandbox: nobody is served before the sandbox knows who it is.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class HostileRequestTests : IAsyncDisposable
{
    private const int LongBody = 5_000_000;

    private CheckoutSandbox _sandbox = null!;
    private ControlClient _control = null!;

    [SetUp]
    public async Task StartAsync()
    {
        _sandbox = await CheckoutSandbox.StartAsync(new CheckoutSandboxOptions { HttpEndpoint = new IPEndPoint(IPAddress.Loopback, 0), RequireClientCertificate = false, EnableControlApi = true, MaxLogBytes = 1_000_000, MaxCartBytes = 100_000 });
        _control = new ControlClient(_sandbox.HttpBaseAddress!, $"{_sandbox.MerchantId}:{_sandbox.MerchantKey}");
    }

    public async ValueTask DisposeAsync()
    {
        _control.Dispose();
        await _sandbox.DisposeAsync();
    }

    [TestCase("POST /api/checkout/v2/request/Merchant/{0}", "Basic bm9ib2R5OmtleQ==", "401")]
    [TestCase("POST /api/checkout/v2/request/Merchant/1234567890", "", "401")]
    [TestCase("POST /nowhere", "", "404")]
    [TestCase("PUT /api/checkout/v2/request/Merchant/{0}", "", "405")]
    [TestCase("PUT /api/checkout/v2/checkout/Merchant/{0}", "", "405")]
    [TestCase("POST /api/checkout/v2/checkout/Merchant/1234567890", "", "400")]
    [TestCase("POST /sandbox/orders", "Basic bm9ib2R5OmtleQ==", "401")]
    [CancelAfter(20_000)]
    public async Task Request_OfAStranger_IsRefusedBeforeItsBodyIsSent(string request, string credentials, string status, CancellationToken cancellationToken)
    {
        using var connection = await RawConnection.OpenAsync(_sandbox.HttpBaseAddress!);
        await connection.SendAsync($"{string.Format(null, request, _sandbox.MerchantId)} HTTP/1.1\r\nHost: localhost\r\nAuthorization: {credentials}\r\nContent-Type: application/json\r\nContent-Length: {LongBody}\r\n\r\n");

        var (head, _) = await connection.ReadAsync().WaitAsync(cancellationToken);

        Assert.That(head, Does.StartWith($"HTTP/1.1 {status}"));
        Assert.That(_sandbox.Requests.Select(entry => entry.Body.Length), Is.All.Zero);
    }

    [TestCase("Transfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFF\r\n")]
    [TestCase("Transfer-Encoding: chunked\r\n\r\nno number\r\n")]
    [TestCase("Host: localhost:99999\r\nContent-Length: {2}\r\n\r\n{3}")]
    [TestCase("Host: a..b\r\nContent-Length: {2}\r\n\r\n{3}")]
    [TestCase("Host: ~\r\nContent-Length: {2}\r\n\r\n{3}")]
    [CancelAfter(20_000)]
    public async Task Request_ThatIsNotHttp_Returns400(string rest, CancellationToken cancellationToken)
    {
        var credentials = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{_sandbox.MerchantId}:{_sandbox.MerchantKey}"));
        var body = SampleCarts.Books.ToXmlString();
        var host = rest.StartsWith("Host", StringComparison.Ordinal) ? string.Empty : "Host: localhost\r\n";
        using var connection = await RawConnection.OpenAsync(_sandbox.HttpBaseAddress!);

        await connection.SendAsync(string.Format(null, $"POST /api/checkout/v2/merchantCheckout/Merchant/{{0}} HTTP/1.1\r\n{host}Authorization: Basic {{1}}\r\n{rest}", _sandbox.MerchantId, credentials, Encoding.UTF8.GetByteCount(body), body));

        var (head, _) = await connection.ReadAsync().WaitAsync(cancellationToken);
        Assert.That(head, Does.StartWith("HTTP/1.1 400"));
    }

    [Test]
    public async Task Request_WithInvalidChunks_IsLogged()
    {
        var credentials = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{_sandbox.MerchantId}:{_sandbox.MerchantKey}"));
        using var connection = await RawConnection.OpenAsync(_sandbox.HttpBaseAddress!);

        await connection.SendAsync($"POST /api/checkout/v2/request/Merchant/{_sandbox.MerchantId} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Basic {credentials}\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFF\r\n");
        await connection.ReadAsync();

        Assert.That(_sandbox.Requests.Single().StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [Test]
    public async Task Form_ThatIsRefused_LeavesNoBodyInTheLog()
    {
        var cart = Convert.ToBase64String(Encoding.UTF8.GetBytes($"<checkout-shopping-cart xmlns='http://checkout.google.com/schema/2' xmlns:p='{new string('k', 80_000)}'><shopping-cart><items/><merchant-private-data>{string.Concat(Enumerable.Repeat("<p:a/>", 12_000))}</merchant-private-data></shopping-cart></checkout-shopping-cart>"));
        using var client = new HttpClient();
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("cart", cart)]);

        using var response = await client.PostAsync(new Uri(_sandbox.HttpBaseAddress!, $"checkout/Merchant/{_sandbox.MerchantId}"), form);

        Assert.Multiple(() =>
        {
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
            Assert.That(_sandbox.Requests.Single().Body.IsEmpty);
            Assert.That(((ErrorResponse)_sandbox.Requests.Single().Response!).ErrorMessage, Does.StartWith("Error parsing XML").And.Not.Contain("System."));
        });
    }

    [Test]
    public async Task Requests_LongerThanTheLog_DropTheOldest()
    {
        using var client = _sandbox.CreateClient();
        var cart = SampleCarts.Books with { ShoppingCart = SampleCarts.Books.ShoppingCart with { MerchantPrivateData = PrivateData.FromText(new string('x', 30_000)) } };

        var redirects = new List<CheckoutRedirect>();
        for (var i = 0; i < 20; i++)
        {
            redirects.Add(await client.CheckoutAsync(cart));
        }

        Assert.Multiple(() =>
        {
            Assert.That(_sandbox.Requests, Has.Count.InRange(3, 8));
            Assert.That(_sandbox.Requests[^1].Response, Is.EqualTo(redirects[^1]));
            Assert.That(() => _sandbox.PlaceOrderAsync(redirects[0]), Throws.ArgumentException.With.Message.Contains("no shopping cart"));
            Assert.That(() => _sandbox.PlaceOrderAsync(redirects[^1]), Throws.Nothing);
        });
    }

    [Test]
    public async Task Control_TextThatXmlCannotContain_IsRefusedWithItsPlace()
    {
        using var client = _sandbox.CreateClient();
        var redirect = await client.CheckoutAsync(SampleCarts.Books);

        var (status, response) = await _control.PostAsync("orders", """{"redirectUrl":"URL","buyer":{"shippingAddress":{"address1":"1 Street","city":"\u0001","region":"IL","postalCode":"1","countryCode":"US"}}}""".Replace("URL", redirect.RedirectUrl, StringComparison.Ordinal));
        var (faultStatus, faultResponse) = await _control.PostAsync("faults", """{"kind":"refuse","reason":"\u0001"}""");

        Assert.Multiple(() =>
        {
            Assert.That((status, response.GetProperty("error").GetString()), Is.EqualTo((HttpStatusCode.BadRequest, "ShippingAddress.City contains U+0001 at index 0, which XML does not allow.")));
            Assert.That(faultStatus, Is.EqualTo(HttpStatusCode.BadRequest), faultResponse.ToString());
            Assert.That(() => _sandbox.PlaceOrderAsync(redirect, buyer => buyer.Codes = ["\uD800"]), Throws.ArgumentException.With.Message.Contains("U+D800"));
            Assert.That(() => _sandbox.CancelByGoogleAsync("1", "\u001B"), Throws.ArgumentException.With.Message.Contains("U+001B"));
        });
    }

    [Test]
    public async Task Control_JsonInAnyCase_IsRead()
    {
        var (status, _) = await _control.PostAsync("clock", """{"advance":"00:01:00"}""", "Application/JSON");

        Assert.That(status, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task Control_BodyWithInvalidChunks_Returns400()
    {
        var credentials = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{_sandbox.MerchantId}:{_sandbox.MerchantKey}"));
        using var connection = await RawConnection.OpenAsync(_sandbox.HttpBaseAddress!);

        await connection.SendAsync($"POST /sandbox/clock HTTP/1.1\r\nHost: localhost\r\nAuthorization: Basic {credentials}\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFF\r\n");

        var (head, _) = await connection.ReadAsync();
        Assert.That(head, Does.StartWith("HTTP/1.1 400"));
    }
}
