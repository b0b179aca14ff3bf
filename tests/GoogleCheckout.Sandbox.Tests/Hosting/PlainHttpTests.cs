using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Xml.Linq;
using GoogleCheckout.Carts;
using GoogleCheckout.Reports;
using Microsoft.Extensions.Time.Testing;
using NUnit.Framework;

namespace GoogleCheckout.Sandbox.Hosting;

/// <summary>Old clients over plain HTTP, with any content type.</summary>
public class PlainHttpTests
{
    private const string OrderOnTheWire = "841171949013218";

    private static readonly DateTimeOffset DayOfTheRequests = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);
    private static readonly IPEndPoint FreePort = new(IPAddress.Loopback, 0);

    [Test]
    public async Task HttpBaseAddress_ByDefault_IsNull()
    {
        await using var sandbox = await CheckoutSandbox.StartAsync();

        Assert.That(sandbox.HttpBaseAddress, Is.Null);
    }

    [Test]
    public void StartAsync_HttpEndpointNotLoopback_ThrowsWithSetting()
    {
        var options = new CheckoutSandboxOptions { HttpEndpoint = new IPEndPoint(IPAddress.Any, 0) };

        Assert.That(() => CheckoutSandbox.StartAsync(options), Throws.ArgumentException.With.Message.StartsWith("HttpEndpoint must be a loopback address"));
    }

    [Test]
    public async Task Post_OverHttp_NeedsNoClientCertificate()
    {
        await using var sandbox = await CheckoutSandbox.StartAsync(new CheckoutSandboxOptions { HttpEndpoint = FreePort });
        using var client = Client(sandbox);

        var (status, response) = await PostAsync(client, sandbox.HttpBaseAddress!, $"request/Merchant/{sandbox.MerchantId}", new Hello().ToXmlString(), contentType: null);

        Assert.That(status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(response, Is.InstanceOf<Bye>());
        Assert.That(sandbox.Requests.Single().ClientCertificateThumbprint, Is.Null);
    }

    [TestCase("localhost")]
    [TestCase("sandbox.google.com")]
    public async Task Cart_OverHttp_ReturnsRedirectWithSchemeAndHostOfRequest(string host)
    {
        await using var sandbox = await CheckoutSandbox.StartAsync(new CheckoutSandboxOptions { HttpEndpoint = FreePort });
        using var client = Client(sandbox);
        client.DefaultRequestHeaders.Host = $"{host}:{sandbox.HttpBaseAddress!.Port}";

        var (_, response) = await PostAsync(client, sandbox.HttpBaseAddress, $"merchantCheckout/Merchant/{sandbox.MerchantId}", SampleCarts.Books.ToXmlString(), contentType: null);

        Assert.That(((CheckoutRedirect)response).RedirectUrl, Does.StartWith($"http://{host}:{sandbox.HttpBaseAddress.Port}/checkout/view/buy?"));
        Assert.That((await sandbox.PlaceOrderAsync((CheckoutRedirect)response)).ShoppingCart.Items, Has.Count.EqualTo(2));
    }

    [TestCase(null)]
    [TestCase("application/x-www-form-urlencoded")]
    [TestCase("text/xml; charset=\"UTF-8\"")]
    [TestCase("application/xml;charset=UTF8")]
    [TestCase("text/plain; charset=iso-8859-1")]
    [TestCase("no content type at all")]
    public async Task Requests_OldClientWithAnyContentType_ReturnResponses(string? contentType)
    {
        SharedFolder.Require();
        var clock = new FakeTimeProvider(TestTime.Start);
        clock.Advance(DayOfTheRequests - clock.GetUtcNow());
        await using var sandbox = await CheckoutSandbox.StartAsync(new CheckoutSandboxOptions { HttpEndpoint = FreePort, TimeProvider = clock });
        using var client = Client(sandbox);
        var order = OrderOnTheWire;
        List<string> responses = [];

        foreach (var (root, document) in WireRequests())
        {
            var (status, response) = await PostAsync(client, sandbox.HttpBaseAddress!, $"{ApiOf(root)}/Merchant/{sandbox.MerchantId}", document.Replace(OrderOnTheWire, order, StringComparison.Ordinal), contentType);
            responses.Add($"{root}: {(int)status} {(response as ErrorResponse)?.ErrorMessage}");
            if (response is CheckoutRedirect redirect)
            {
                order = (await sandbox.PlaceOrderAsync(redirect)).GoogleOrderNumber;
                await sandbox.AdvanceAsync(TimeSpan.FromMinutes(1));
            }
        }

        Assert.That(responses, Has.Count.EqualTo(20));
        Assert.That(responses.Where(response => !response.Contains(": 200 ", StringComparison.Ordinal)), Is.EquivalentTo(new[]
        {
            "ship-items: 400 Error parsing XML; message from parser is: /ship-items/item-shipping-information-list/item-shipping-information[1]/item_id (line 5, position 8) is not allowed in 'item-shipping-information', which may contain item-id, tracking-data-list; did you mean 'item-id'?",
            "notification-data-request: 400 The continue-token is unknown.",
            "notification-data-request: 400 The continue-token is unknown.",
            "cancel-order: 400 You cannot cancel an order before 0.5 USD is refunded",
        }));
    }

    [Test]
    public async Task OrderList_OldClient_ReturnsCsv()
    {
        SharedFolder.Require();
        var document = SharedFolder.CorpusDocument(SharedFolder.WireDocuments().Single(path => path.EndsWith("order-list-request.xml", StringComparison.Ordinal)));
        var request = CheckoutXml.Parse<OrderListRequest>(document);
        var clock = new FakeTimeProvider(TestTime.Start);
        clock.Advance(TimeZoneInfo.ConvertTimeToUtc(request.StartDate, TimeZoneInfo.FindSystemTimeZoneById(request.DateTimeZone!)) - clock.GetUtcNow());
        await using var sandbox = await CheckoutSandbox.StartAsync(new CheckoutSandboxOptions { HttpEndpoint = FreePort, TimeProvider = clock });
        using var client = Client(sandbox);
        using var shop = sandbox.CreateClient();
        var placed = await sandbox.PlaceOrderAsync(await shop.CheckoutAsync(SampleCarts.Books));
        await sandbox.AdvanceAsync(request.EndDate - request.StartDate);

        using var response = await client.PostAsync(new Uri(sandbox.HttpBaseAddress!, $"reports/Merchant/{sandbox.MerchantId}"), new ByteArrayContent(document));

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await response.Content.ReadAsStringAsync(), Does.Contain(placed.GoogleOrderNumber));
    }

    // Without responses to callbacks, and without order-list-request, whose response is CSV. The item id is replaced by one of the cart.
    private static IEnumerable<(string Root, string Document)> WireRequests() => SharedFolder.WireDocuments()
        .Select(path => Encoding.UTF8.GetString(SharedFolder.CorpusDocument(path)))
        .Select(document => (Root: XElement.Parse(document).Name.LocalName, Document: document))
        .Where(request => request.Root is not ("merchant-calculation-results" or "order-list-request"))
        .Select(request => (request.Root, request.Document.Replace("GGLAA1453", "1532B34FF", StringComparison.Ordinal)));

    private static string ApiOf(string root) =>
        root is "checkout-shopping-cart" ? "merchantCheckout" : root.EndsWith("-request", StringComparison.Ordinal) ? "reports" : "request";

    private static HttpClient Client(CheckoutSandbox sandbox)
    {
        var client = new HttpClient();
        var credentials = Encoding.UTF8.GetBytes($"{sandbox.MerchantId}:{sandbox.MerchantKey}");
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(credentials));
        return client;
    }

    private static async Task<(HttpStatusCode Status, CheckoutMessage Response)> PostAsync(HttpClient client, Uri address, string path, string body, string? contentType)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        if (contentType is not null)
        {
            content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        }

        using var response = await client.PostAsync(new Uri(address, path), content);
        return (response.StatusCode, CheckoutXml.Parse(await response.Content.ReadAsByteArrayAsync()));
    }
}
