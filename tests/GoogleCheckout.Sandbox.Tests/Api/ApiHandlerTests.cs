using System.Net;
using GoogleCheckout.Carts;
using GoogleCheckout.Notifications;
using GoogleCheckout.Orders;
using GoogleCheckout.Reports;
using NUnit.Framework;

namespace GoogleCheckout.Sandbox.Api;

/// <summary>The API over TLS, with a client that does not use the SDK's HTTP code.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
[Parallelizable(ParallelScope.All)]
public sealed class ApiHandlerTests : IAsyncDisposable
{
    private CheckoutSandbox _sandbox = null!;
    private RawClient _client = null!;

    [SetUp]
    public async Task StartAsync()
    {
        _sandbox = await CheckoutSandbox.StartAsync();
        _client = new RawClient(_sandbox);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _sandbox.DisposeAsync();
    }

    [Test]
    public async Task Hello_ReturnsBye()
    {
        var (status, response) = await _client.PostAsync("request", new Hello());

        Assert.That(status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(response, Is.InstanceOf<Bye>());
        Assert.That(((Bye)response).SerialNumber, Is.Not.Empty);
    }

    [TestCase("/checkout/api/checkout/v2/request/Merchant/{0}")]
    [TestCase("/api/checkout/v2/request/Merchant/{0}")]
    [TestCase("/checkout/api/checkout/v2/request/Donations/{0}")]
    [TestCase("/api/checkout/v2/request/Donations/{0}")]
    [TestCase("/cws/v2/Merchant/{0}/request")]
    [TestCase("/checkout/cws/v2/Merchant/{0}/request")]
    [TestCase("/checkout/cws/v2/Donations/{0}/request")]
    [TestCase("/cws/v2/Merchant/{0}/request/diagnose")]
    public async Task Hello_EachFormOfTheAddress_ReturnsOk(string path)
    {
        var (status, _) = await _client.SendAsync(HttpMethod.Post, string.Format(null, path, _sandbox.MerchantId), new Hello().ToXmlString());

        Assert.That(status, Is.EqualTo(HttpStatusCode.OK));
    }

    [TestCase("application/xml;charset=UTF-8")]
    [TestCase("text/xml; charset=\"UTF-8\"")]
    [TestCase("application/x-www-form-urlencoded")]
    [TestCase("nonsense")]
    [TestCase(null)]
    public async Task Hello_AnyContentType_ReturnsOk(string? contentType)
    {
        _client.ContentType = contentType;

        var (status, _) = await _client.PostAsync("request", new Hello());

        Assert.That(status, Is.EqualTo(HttpStatusCode.OK));
    }

    [TestCase("wrong")]
    [TestCase(":")]
    [TestCase("")]
    [TestCase(null)]
    public async Task Request_WrongCredentials_Returns401WithTextOfService(string? credentials)
    {
        _client.Credentials = credentials;

        var (status, response) = await _client.PostAsync("request", new Hello());

        Assert.That(status, Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That(((ErrorResponse)response).ErrorMessage, Is.EqualTo("Bad username and/or password for API Access."));
    }

    [Test]
    public async Task Request_OtherMerchantKey_Returns401WithBasicChallenge()
    {
        _client.Credentials = _sandbox.MerchantId + ":key";

        using var response = await _client.SendRawAsync(HttpMethod.Post, $"request/Merchant/{_sandbox.MerchantId}", new Hello().ToXmlString());

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That(response.Headers.WwwAuthenticate.Single().Scheme, Is.EqualTo("Basic"));
    }

    [Test]
    public async Task Request_OtherMerchant_Returns401()
    {
        _client.MerchantId = "1234567890";

        var (status, _) = await _client.PostAsync("request", new Hello());

        Assert.That(status, Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    [Test]
    public async Task Request_MalformedMerchantId_Returns400WithTextOfService()
    {
        _client.MerchantId = "12345";

        var (status, response) = await _client.PostAsync("request", new Hello());

        Assert.That(status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(((ErrorResponse)response).ErrorMessage, Is.EqualTo(@"Malformed URL component: expected id: (\d{10})|(\d{15}), but got 12345"));
    }

    [TestCase("/")]
    [TestCase("/api/checkout/v2/requestForm/Merchant/{0}")]
    [TestCase("/api/checkout/v2/request/Other/{0}")]
    [TestCase("/api/checkout/v2/reports/Merchant/{0}/diagnose")]
    [TestCase("/cws/v2/Merchant/{0}/reports/diagnose")]
    [TestCase("/cws/v2/Merchant/{0}/reportsForm")]
    [TestCase("/cws/v2/request/Merchant/{0}")]
    [TestCase("/cws/v3/Merchant/{0}/request")]
    public async Task Request_UnknownAddress_Returns404(string path)
    {
        var (status, response) = await _client.SendAsync(HttpMethod.Post, string.Format(null, path, _sandbox.MerchantId), new Hello().ToXmlString());

        Assert.That(status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(response, Is.InstanceOf<ErrorResponse>());
    }

    [Test]
    public async Task Request_Get_Returns405()
    {
        var (status, _) = await _client.SendAsync(HttpMethod.Get, $"request/Merchant/{_sandbox.MerchantId}", string.Empty);

        Assert.That(status, Is.EqualTo(HttpStatusCode.MethodNotAllowed));
    }

    [TestCase("")]
    [TestCase("hello=world")]
    [TestCase("<hello xmlns=\"http://checkout.google.com/schema/2\">")]
    [TestCase("<charge-order xmlns=\"http://checkout.google.com/schema/2\"/>")]
    [TestCase("<!DOCTYPE hello><hello xmlns=\"http://checkout.google.com/schema/2\"/>")]
    public async Task Request_InvalidXml_Returns400WithTextOfService(string body)
    {
        var (status, response) = await _client.PostAsync("request", body);

        Assert.That(status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(((ErrorResponse)response).ErrorMessage, Does.StartWith("Error parsing XML; message from parser is: "));
    }

    [Test]
    public async Task Request_MessageOfOtherAddress_Returns400WithElement()
    {
        var (status, response) = await _client.PostAsync("request", new NotificationAcknowledgment { SerialNumber = "1" });

        Assert.That(status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(
            ((ErrorResponse)response).ErrorMessage,
            Is.EqualTo("Error parsing XML; message from parser is: Unexpected element (notification-acknowledgment) encountered: notification-acknowledgment"));
    }

    [Test]
    public async Task Request_TooLarge_Returns413()
    {
        var (status, _) = await _client.PostAsync("request", new string(' ', CheckoutXml.DefaultMaxBytes + 1));

        Assert.That(status, Is.EqualTo(HttpStatusCode.RequestEntityTooLarge));
    }

    [Test]
    public async Task Command_UnknownOrder_Returns400()
    {
        var (status, response) = await _client.PostAsync("request", new ChargeOrderRequest { GoogleOrderNumber = "1" });

        Assert.That(status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(((ErrorResponse)response).ErrorMessage, Does.Contain("no order 1"));
    }

    [TestCase("merchantCheckout")]
    [TestCase("request")]
    public async Task Cart_Valid_ReturnsRedirectToBuyerPage(string api)
    {
        var (status, response) = await _client.PostAsync(api, SampleCarts.Books);

        Assert.That(status, Is.EqualTo(HttpStatusCode.OK));
        var redirect = (CheckoutRedirect)response;
        Assert.That(redirect.RedirectUrl, Does.Match($@"^https://127\.0\.0\.1:{_sandbox.BaseAddress.Port}/checkout/view/buy\?o=shoppingcart&shoppingcart=\d{{15}}$"));
    }

    [Test]
    public async Task Cart_OldestAddress_IsAccepted()
    {
        var (_, response) = await _client.SendAsync(HttpMethod.Post, $"/cws/v2/Merchant/{_sandbox.MerchantId}/merchantCheckout", SampleCarts.Books.ToXmlString());

        Assert.That((await _sandbox.PlaceOrderAsync((CheckoutRedirect)response)).ShoppingCart.Items, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Report_OldestAddress_ReturnsResponse()
    {
        var (_, response) = await _client.SendAsync(HttpMethod.Post, $"/cws/v2/Merchant/{_sandbox.MerchantId}/reports", new OrderSummaryRequest { OrderNumbers = ["1"] }.ToXmlString());

        Assert.That(response, Is.InstanceOf<OrderSummaryResponse>());
    }

    [Test]
    public async Task Cart_Donation_ReturnsRedirectToDonorPage()
    {
        var (_, response) = await _client.SendAsync(HttpMethod.Post, $"merchantCheckout/Donations/{_sandbox.MerchantId}", SampleCarts.Books.ToXmlString());

        Assert.That(((CheckoutRedirect)response).RedirectUrl, Does.Contain("/checkout/view/donations/buy?"));
    }

    [Test]
    public async Task Cart_WithoutItems_Returns400()
    {
        var (status, response) = await _client.PostAsync("merchantCheckout", SampleCarts.Books with { ShoppingCart = new ShoppingCart() });

        Assert.That(status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(((ErrorResponse)response).ErrorMessage, Does.Contain("has no item"));
    }

    [Test]
    public async Task Cart_InvalidBySchema_Returns400()
    {
        var cart = SampleCarts.Books.ToXmlString().Replace("<quantity>2<", "<quantity>0<", StringComparison.Ordinal);

        var (status, response) = await _client.PostAsync("merchantCheckout", cart);

        Assert.That(status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(((ErrorResponse)response).ErrorMessage, Does.StartWith("Error parsing XML"));
    }

    [Test]
    public async Task Diagnose_Cart_ReturnsInputXml()
    {
        var (status, response) = await DiagnoseAsync("merchantCheckout", SampleCarts.Books);

        Assert.That(status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(((DiagnoseResponse)response).InputXml, Does.StartWith("<checkout-shopping-cart").And.Contain("shop order 4711"));
    }

    [Test]
    public async Task Diagnose_Command_ValidatesWithoutExecuting()
    {
        var order = await PlaceAsync();
        await _sandbox.AdvanceAsync(TimeSpan.FromMinutes(1));

        var (allowed, _) = await DiagnoseAsync("request", new ChargeOrderRequest { GoogleOrderNumber = order });
        var (rejected, response) = await DiagnoseAsync("request", new RefundOrderRequest { GoogleOrderNumber = order, Reason = "Late" });

        Assert.Multiple(async () =>
        {
            Assert.That(allowed, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(rejected, Is.EqualTo(HttpStatusCode.BadRequest));
            Assert.That(response, Is.InstanceOf<ErrorResponse>());
            Assert.That((await SummaryAsync(order)).FinancialOrderState, Is.EqualTo(FinancialOrderState.Chargeable));
        });
    }

    [Test]
    public async Task OrderSummary_UnknownAndKnownOrder_ReturnsCurrentSummaryOfKnownOrder()
    {
        var order = await PlaceAsync();
        await _client.PostAsync("request", new ArchiveOrderRequest { GoogleOrderNumber = order });

        var (_, response) = await _client.PostAsync("reports", new OrderSummaryRequest { OrderNumbers = ["1", order] });

        var summary = ((OrderSummaryResponse)response).OrderSummaries.Single();
        Assert.That((summary.GoogleOrderNumber, summary.Archived), Is.EqualTo((order, true)));
    }

    [Test]
    public async Task Requests_AfterResponses_ContainRequestsAndResponses()
    {
        await _client.PostAsync("request", new Hello());
        await _client.PostAsync("request", "no XML");

        var (hello, rubbish) = (_sandbox.Requests[0], _sandbox.Requests[1]);
        Assert.Multiple(() =>
        {
            Assert.That(_sandbox.Requests, Has.Count.EqualTo(2));
            Assert.That(hello.Message, Is.InstanceOf<Hello>());
            Assert.That(hello.Response, Is.InstanceOf<Bye>());
            Assert.That(hello.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(hello.ClientCertificateThumbprint, Is.EqualTo(_sandbox.ClientCertificate.Thumbprint));
            Assert.That(hello.ToString(), Is.EqualTo($"POST /checkout/api/checkout/v2/request/Merchant/{_sandbox.MerchantId} Hello: 200 Bye"));
            Assert.That(rubbish.Message, Is.Null);
            Assert.That(rubbish.Body.ToArray(), Is.EqualTo("no XML"u8.ToArray()));
            Assert.That(rubbish.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        });
    }

    private async Task<string> PlaceAsync()
    {
        var (_, response) = await _client.PostAsync("merchantCheckout", SampleCarts.Books);
        return (await _sandbox.PlaceOrderAsync((CheckoutRedirect)response)).GoogleOrderNumber;
    }

    private async Task<OrderSummary> SummaryAsync(string order)
    {
        var (_, response) = await _client.PostAsync("reports", new OrderSummaryRequest { OrderNumbers = [order] });
        return ((OrderSummaryResponse)response).OrderSummaries.Single();
    }

    private Task<(HttpStatusCode Status, CheckoutMessage Response)> DiagnoseAsync(string api, CheckoutMessage message) =>
        _client.SendAsync(HttpMethod.Post, $"{api}/Merchant/{_sandbox.MerchantId}/diagnose", message.ToXmlString());
}
