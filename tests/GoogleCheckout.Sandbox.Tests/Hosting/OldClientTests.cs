using System.Net;
using System.Text;
using GoogleCheckout.Carts;
using GoogleCheckout.Orders;
using GoogleCheckout.Reports;
using NUnit.Framework;

namespace GoogleCheckout.Sandbox.Hosting;

/// <summary>Requests with the headers of three old clients, over plain HTTP, with and without the path prefix of the sandbox.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
[Parallelizable(ParallelScope.All)]
public sealed class OldClientTests : IAsyncDisposable
{
    private const string DotNet = "Content-Type: application/xml; charset=UTF-8\r\nAccept: application/xml; charset=UTF-8\r\nConnection: close\r\n";
    private const string Ruby = "Accept-Encoding: gzip;q=1.0,deflate;q=0.6,identity;q=0.3\r\nAccept: */*\r\nUser-Agent: Ruby\r\nContent-Type: application/x-www-form-urlencoded\r\nConnection: close\r\n";
    private const string Node = "Connection: keep-alive\r\n";

    private CheckoutSandbox _sandbox = null!;

    [SetUp]
    public async Task StartAsync() =>
        _sandbox = await CheckoutSandbox.StartAsync(new CheckoutSandboxOptions { HttpEndpoint = new IPEndPoint(IPAddress.Loopback, 0), ReviewDelay = TimeSpan.Zero });

    public async ValueTask DisposeAsync() => await _sandbox.DisposeAsync();

    [Test]
    public async Task Order_FromCartToArchive_ReturnsXml([Values(DotNet, Ruby, Node)] string head, [Values("/checkout/api", "/api")] string prefix)
    {
        var (redirect, where) = await SendAsync(head, prefix, "merchantCheckout", SampleCarts.Books);
        var order = (await _sandbox.PlaceOrderAsync((CheckoutRedirect)redirect)).GoogleOrderNumber;
        List<CheckoutMessage> responses = [];
        foreach (var command in (CheckoutMessage[])[new Hello(), new ChargeOrderRequest { GoogleOrderNumber = order }, new DeliverOrderRequest { GoogleOrderNumber = order }, new ArchiveOrderRequest { GoogleOrderNumber = order }])
        {
            responses.Add((await SendAsync(head, prefix, "request", command)).Response);
        }

        responses.Add((await SendAsync(head, prefix, "reports", new OrderSummaryRequest { OrderNumbers = [order] })).Response);

        Assert.Multiple(() =>
        {
            Assert.That(where, Does.StartWith("HTTP/1.1 200 OK\r\n").And.Contains("\r\nContent-Type: application/xml; charset=UTF-8\r\n").And.Not.Contains("Content-Encoding"));
            Assert.That(((CheckoutRedirect)redirect).RedirectUrl, Does.StartWith($"http://sandbox.google.com:{_sandbox.HttpBaseAddress!.Port}/checkout/view/buy?o=shoppingcart&shoppingcart="));
            Assert.That(responses.Select(response => response.GetType()), Is.EqualTo(new[]
            {
                typeof(Bye), typeof(RequestReceivedResponse), typeof(RequestReceivedResponse), typeof(RequestReceivedResponse), typeof(OrderSummaryResponse),
            }));
            Assert.That(((OrderSummaryResponse)responses[^1]).OrderSummaries.Single().Archived, Is.True);
            Assert.That(_sandbox.Requests.Select(request => request.Path), Is.All.StartsWith($"{prefix}/checkout/v2/"));
        });
    }

    [Test]
    public async Task Request_WrongKey_Returns401WithTextOfService([Values(DotNet, Ruby, Node)] string head)
    {
        var (response, where) = await SendAsync(head, "/checkout/api", "request", new Hello(), key: "wrong");

        Assert.That(where, Does.StartWith("HTTP/1.1 401 "));
        Assert.That(((ErrorResponse)response).ErrorMessage, Is.EqualTo("Bad username and/or password for API Access."));
    }

    [TestCase("Basic")]
    [TestCase("basic")]
    [TestCase("BASIC")]
    public async Task Authorization_AnyCaseOfScheme_IsAccepted(string scheme)
    {
        using var connection = await RawConnection.OpenAsync(_sandbox.HttpBaseAddress!);

        await connection.SendAsync(Request(Node, "/api", "request", new Hello().ToXmlString(), $"{scheme}  {Credentials(_sandbox.MerchantKey)} "));

        Assert.That((await connection.ReadAsync()).Head, Does.StartWith("HTTP/1.1 200 "));
    }

    [Test]
    public async Task Connection_CloseOrKeepAlive_IsAsRequested([Values(true, false)] bool close)
    {
        var hello = Request(close ? DotNet : Node, "/api", "request", new Hello().ToXmlString());
        using var connection = await RawConnection.OpenAsync(_sandbox.HttpBaseAddress!);

        await connection.SendAsync(hello);
        await connection.ReadAsync();
        if (close)
        {
            Assert.That(await connection.EndsAsync(), Is.True);
        }
        else
        {
            await connection.SendAsync(hello);
            Assert.That((await connection.ReadAsync()).Body, Does.Contain("<bye "));
        }
    }

    // The .NET Framework sends the headers first, and the body after the interim response.
    [Test]
    public async Task Request_Expect100Continue_ReturnsContinue()
    {
        var hello = Request("Content-Type: application/xml; charset=UTF-8\r\nExpect: 100-continue\r\nConnection: close\r\n", "/checkout/api", "request", new Hello().ToXmlString()).Split("\r\n\r\n");
        using var connection = await RawConnection.OpenAsync(_sandbox.HttpBaseAddress!);

        await connection.SendAsync(hello[0] + "\r\n\r\n");
        var interim = await connection.ReadAsync();
        await connection.SendAsync(hello[1]);

        Assert.That(interim.Head, Does.StartWith("HTTP/1.1 100 "));
        Assert.That((await connection.ReadAsync()).Body, Does.Contain("<bye "));
    }

    // Node.js sends a chunked body if the program does not set the length.
    [Test]
    public async Task Request_ChunkedBody_IsRead()
    {
        var body = new Hello().ToXmlString();
        var head = Request(Node, "/api", "request", string.Empty).Replace("Content-Length: 0", "Transfer-Encoding: chunked", StringComparison.Ordinal);
        using var connection = await RawConnection.OpenAsync(_sandbox.HttpBaseAddress!);

        await connection.SendAsync(head);
        await connection.SendAsync($"{10:x}\r\n{body[..10]}\r\n");
        await connection.SendAsync($"{body.Length - 10:x}\r\n{body[10..]}\r\n0\r\n\r\n");

        Assert.That((await connection.ReadAsync()).Body, Does.Contain("<bye "));
    }

    [Test]
    public async Task Request_Http10WithoutHost_ReturnsResponseAndCloses()
    {
        var cart = Request("Content-Type: text/xml\r\n", "/api", "merchantCheckout", SampleCarts.Books.ToXmlString())
            .Replace(" HTTP/1.1\r\n", " HTTP/1.0\r\n", StringComparison.Ordinal)
            .Replace($"Host: sandbox.google.com:{_sandbox.HttpBaseAddress!.Port}\r\n", string.Empty, StringComparison.Ordinal);
        using var connection = await RawConnection.OpenAsync(_sandbox.HttpBaseAddress);

        await connection.SendAsync(cart);
        var redirect = CheckoutXml.Parse<CheckoutRedirect>((await connection.ReadAsync()).Body);

        Assert.That(redirect.RedirectUrl, Does.StartWith($"http://localhost:{_sandbox.HttpBaseAddress.Port}/checkout/view/buy?"));
        Assert.That(await connection.EndsAsync(), Is.True);
    }

    private async Task<(CheckoutMessage Response, string Head)> SendAsync(string head, string prefix, string api, CheckoutMessage message, string? key = null)
    {
        using var connection = await RawConnection.OpenAsync(_sandbox.HttpBaseAddress!);
        await connection.SendAsync(Request(head, prefix, api, message.ToXmlString(), $"Basic {Credentials(key ?? _sandbox.MerchantKey)}"));
        var response = await connection.ReadAsync();
        return (CheckoutXml.Parse(response.Body), response.Head);
    }

    private string Request(string head, string prefix, string api, string body, string? authorization = null) =>
        $"POST {prefix}/checkout/v2/{api}/Merchant/{_sandbox.MerchantId} HTTP/1.1\r\nHost: sandbox.google.com:{_sandbox.HttpBaseAddress!.Port}\r\n"
        + $"Authorization: {authorization ?? $"Basic {Credentials(_sandbox.MerchantKey)}"}\r\n{head}Content-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}";

    private string Credentials(string key) => Convert.ToBase64String(Encoding.UTF8.GetBytes($"{_sandbox.MerchantId}:{key}"));
}
