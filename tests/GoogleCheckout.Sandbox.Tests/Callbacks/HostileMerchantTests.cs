using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using NUnit.Framework;

namespace GoogleCheckout.Sandbox.Callbacks;

/// <summary>What a merchant's server sends is shown without control and format characters, and shortened.</summary>
[CancelAfter(60_000)]
public sealed class HostileMerchantTests : DeliveryFixture
{
    private const string Hostile = "\u001b]0;title\u0007\u001b[31mred\u202e\u0085";

    private static readonly string Long = Hostile + new string('x', 5000);

    private static IEnumerable<TestCaseData> Responses()
    {
        yield return Named("status line", $"{Long}\r\n\r\n");
        yield return Named("version", $"HTTP/{Hostile} 200 OK\r\n\r\n");
        yield return Named("reason phrase", $"HTTP/1.1 500 {Long}\r\nContent-Length: 0\r\n\r\n");
        yield return Named("header name", $"HTTP/1.1 200 OK\r\n{Long}: 1\r\n\r\n");
        yield return Named("header value", $"HTTP/1.1 200 OK\r\nContent-Length: {Long}\r\n\r\n");
        yield return Named("chunk size", $"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n{Long}\r\n");
        yield return Named("body", WithBody(Long));
        yield return Named("root element", WithBody($"<{new string('x', 5000)}/>"));
        yield return Named("form", WithBody($"_type={Uri.EscapeDataString(Long)}"));
        yield return Named("serial number", WithBody($"<notification-acknowledgment xmlns='http://checkout.google.com/schema/2' serial-number='\u202e{new string('x', 5000)}'/>"));
    }

    [TestCaseSource(nameof(Responses))]
    public async Task Delivery_MerchantSendsHostileText_IsShownEscapedAndShort(byte[] response)
    {
        using var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        var sandbox = await StartAsync(options => options.CallbackUrl = new Uri($"http://127.0.0.1:{((IPEndPoint)server.LocalEndpoint).Port}/"));
        var serving = RespondOnceAsync(server, response);
        await PlaceAsync();

        await sandbox.DeliverAsync();
        await serving;

        var delivery = sandbox.Deliveries[0];
        Assert.Multiple(() =>
        {
            Assert.That(delivery.IsAcknowledged, Is.False);
            Assert.That(delivery.ToString(), Has.Length.LessThan(2000));
            Assert.That(delivery.ToString().Where(IsHostile), Is.Empty);
            Assert.That(delivery.Error!.Where(IsHostile), Is.Empty);
        });
    }

    private static async Task RespondOnceAsync(TcpListener server, byte[] response)
    {
        using var connection = await server.AcceptTcpClientAsync();
        var stream = connection.GetStream();
        _ = await stream.ReadAsync(new byte[64 * 1024]);
        await stream.WriteAsync(response);
    }

    private static bool IsHostile(char character) => char.GetUnicodeCategory(character) is UnicodeCategory.Control or UnicodeCategory.Format;

    private static string WithBody(string body) => string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 200 OK\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}");

    private static TestCaseData Named(string name, string response) => new TestCaseData(Encoding.UTF8.GetBytes(response)).SetArgDisplayNames(name);
}
