using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;
using GoogleCheckout.Carts;
using GoogleCheckout.Orders;
using GoogleCheckout.Reports;
using NUnit.Framework;

namespace GoogleCheckout.Client;

/// <summary>
/// A server that answers every operation with hostile bytes, on a real connection. The client throws only what its documentation names;
/// the outcome of a command is unknown unless the service refused it, and that of a query never.
/// </summary>
[CancelAfter(120_000)]
public class HostileAnswerTests
{
    private const string Order = TestMerchant.OrderNumber;

    private static readonly (string Name, bool IsCommand, Func<CheckoutClient, Task> Send)[] Operations =
    [
        ("charge", true, client => client.ChargeOrderAsync(Order)),
        ("cart", true, client => client.CheckoutAsync(CheckoutShoppingCart.Create(new Item { ItemName = "Tea", ItemDescription = "Green", UnitPrice = new Money(5m, "USD"), Quantity = 1 }))),
        ("items", true, client => client.ReturnItemsAsync(Order, ["A1"])),
        ("hello", false, client => client.HelloAsync()),
        ("diagnose", false, client => client.DiagnoseAsync(new ChargeOrderRequest { GoogleOrderNumber = Order })),
        ("notification", false, client => client.GetNotificationAsync("1")),
        ("page", false, ReadPageAsync),
        ("history", false, client => ReadAsync(client.GetNotificationHistoryAsync(new NotificationHistoryRequest { OrderNumbers = [Order] }))),
        ("token", false, client => client.GetContinueTokenAsync(DateTimeOffset.UnixEpoch)),
        ("poll", false, client => ReadAsync(client.PollNotificationsAsync("token"))),
        ("summaries", false, client => client.GetOrderSummariesAsync([Order])),
        ("list", false, client => ReadAsync(client.GetOrderListAsync(new OrderListRequest { StartDate = new DateTime(2012, 1, 1), EndDate = new DateTime(2012, 1, 2) }))),
    ];

    [Test]
    public async Task EveryOperation_HostileAnswer_ThrowsOnlyWhatIsNamed([ValueSource(nameof(Operations))] (string Name, bool IsCommand, Func<CheckoutClient, Task> Send) operation)
    {
        var answers = Answers().ToList();
        var wrong = new List<string>();
        await using var server = new RawServer();
        using var http = new HttpClient(new PlainHttp(server));
        using var client = new CheckoutClient(http, Options());
        foreach (var (name, bytes) in answers)
        {
            server.Answer = bytes;
            try
            {
                await operation.Send(client);
                wrong.Add($"{name}: nothing was thrown");
            }
            catch (CheckoutException e)
            {
                var isRefusal = e is CheckoutApiException;
                if (e.OutcomeUnknown != (operation.IsCommand && !isRefusal) || e.Message.Length > 2_000)
                {
                    wrong.Add($"{name}: outcome unknown {e.OutcomeUnknown} {e.Message}");
                }
            }
            catch (Exception e)
            {
                wrong.Add($"{name}: {e.GetType().Name}");
            }
        }

        Assert.That(answers, Has.Count.GreaterThan(200));
        Assert.That(wrong, Is.Empty);
    }

    // The page itself is returned with the notifications that can be read.
    private static async Task ReadPageAsync(CheckoutClient client)
    {
        var page = await client.GetNotificationHistoryPageAsync(new NotificationHistoryRequest());
        if (page.UnreadableNotifications is [var first, ..])
        {
            throw first.Error;
        }
    }

    private static CheckoutOptions Options()
    {
        var options = TestMerchant.Options();
        options.TimeProvider = TimeProvider.System;
        options.RetryQueries = false;
        options.MaxResponseBytes = 100_000;
        return options;
    }

    private static IEnumerable<(string Name, byte[] Bytes)> Answers()
    {
        foreach (var status in new[] { 201, 204, 206, 226, 299, 300, 301, 302, 303, 304, 307, 308, 400, 401, 402, 403, 404, 405, 407, 408, 409, 410, 413, 418, 421, 425, 426, 429, 431, 451, 499, 500, 501, 502, 503, 504, 511, 599 })
        {
            yield return ($"{status} empty", Http($"{status} A", string.Empty));
            yield return ($"{status} page", Http($"{status} A", SampleResponses.Html, "Location: https://evil.test/\r\nRetry-After: 99999999999999\r\nWWW-Authenticate: Basic\r\nContent-Type: text/html\r\n"));
        }

        foreach (var (name, body) in Bodies())
        {
            yield return (name, Http("200 OK", body));
            yield return ($"{name} in chunks", Ascii($"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n{Encoding.UTF8.GetByteCount(body):X}\r\n", body, "\r\n0\r\n\r\n"));
            yield return ($"{name} cut off", Ascii($"HTTP/1.1 200 OK\r\nContent-Length: {body.Length + 100}\r\n\r\n", body));
        }

        var receipt = SampleResponses.RequestReceived;
        string[] lines =
        [
            string.Empty, "\0", "HTTP/1.1", "HTTP/1.1 ", "HTTP/1.1 abc OK\r\n\r\n", "HTTP/9.9 200 OK\r\n\r\n", "ICY 200 OK\r\n\r\n", "HTTP/1.1 99 OK\r\n\r\n", "HTTP/1.1 1000 OK\r\n\r\n",
            "HTTP/1.1 200 OK", "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999\r\n\r\n",
            "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nabcdef", "HTTP/1.1 200 OK\r\nno colon\r\n\r\n", "HTTP/1.1 200 OK\r\n: empty\r\n\r\n", "HTTP/1.1 200 OK\r\n folded: x\r\n\r\n",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFFF\r\n", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-5\r\nabc",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nabcdefgh", "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip\r\n\r\nabc", "HTTP/1.1 100 Continue\r\n\r\n", "HTTP/1.1 101 Switching Protocols\r\nUpgrade: h2c\r\n\r\n",
            string.Concat(Enumerable.Repeat("HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n", 1000)), $"HTTP/1.1 200 {new string('a', 200_000)}\r\n\r\n", $"HTTP/1.1 200 OK\r\nX: {new string('a', 200_000)}\r\n\r\n",
            $"HTTP/1.1 200 OK\r\n{string.Concat(Enumerable.Range(0, 20_000).Select(number => $"X-{number}: a\r\n"))}\r\n", "<html>no HTTP</html>", "220 mail.test ESMTP\r\n", "\u0015\u0003\u0001\u0000\u0002\u0002\u0028",
            $"HTTP/1.1 200 OK\r\nContent-Type: {new string(';', 10_000)}\r\nContent-Length: 3\r\n\r\nabc", "HTTP/1.1 200 OK\r\nContent-Type: text/xml; charset=no-such\r\nContent-Length: 3\r\n\r\nabc",
            $"HTTP/1.1 503 A\r\nRetry-After: -5\r\nContent-Length: 0\r\n\r\n", "HTTP/1.1 429 A\r\nRetry-After: Sat, 31 Feb 9999 99:99:99 GMT\r\nContent-Length: 0\r\n\r\n",
        ];
        foreach (var line in lines)
        {
            yield return ($"raw {line[..Math.Min(60, line.Length)]}", Encoding.Latin1.GetBytes(line));
        }

        foreach (var encoding in new[] { "gzip", "br", "deflate", "x-none", "gzip, gzip" })
        {
            yield return ($"{encoding} that is none", Http("200 OK", "\u0001\u0002\u0003", $"Content-Encoding: {encoding}\r\n"));
            yield return ($"{encoding} of a bomb", Ascii($"HTTP/1.1 200 OK\r\nContent-Encoding: {encoding}\r\nConnection: close\r\n\r\n", Compress(new string(' ', 1_000_000))));
            yield return ($"{encoding} of a receipt, cut off", Ascii($"HTTP/1.1 200 OK\r\nContent-Encoding: {encoding}\r\nConnection: close\r\n\r\n", Compress(receipt)[..20]));
        }

        for (var length = 0; length < receipt.Length; length += 8)
        {
            yield return ($"{length} bytes of a receipt", Http("200 OK", receipt[..length]));
        }
    }

    private static IEnumerable<(string Name, string Body)> Bodies()
    {
        yield return ("empty", string.Empty);
        yield return ("space", "   \r\n ");
        yield return ("zero", "\0\0\0");
        yield return ("byte order mark", "\uFEFF");
        yield return ("page", SampleResponses.Html);
        yield return ("JSON", "{\"ok\":true}");
        yield return ("a line", "ok");
        yield return ("a heading only of other columns", "a,b,c\r\n1,2,3\r\n");
        yield return ("an open quote", "Google Order Number,\"x\r\n");
        yield return ("a short row", "Google Order Number,Order Amount,Order Creation Date\r\n1\r\n");
        yield return ("a bad row", "Google Order Number,Order Amount,Order Creation Date\r\n1,abc,\r\n");
        yield return ("a huge number", "Google Order Number,Order Amount\r\n1,99999999999999999999999999999999999\r\n");
        yield return ("too long", new string('a', 3_000_000));
        yield return ("a DTD", "<!DOCTYPE a [<!ENTITY b 'b'>]><a>&b;</a>");
        yield return ("deep", string.Concat(Enumerable.Repeat("<a>", 10_000)));
        yield return ("unknown root", SampleResponses.Document("a-surprise", string.Empty, string.Empty));
        yield return ("request", SampleResponses.Document("charge-order", $"google-order-number='{Order}'", string.Empty));
        yield return ("demo-failure", SampleResponses.Document("demo-failure", "message='x'", string.Empty));
        yield return ("acknowledgment", SampleResponses.Document("notification-acknowledgment", "serial-number='1'", string.Empty));
        yield return ("error", SampleResponses.Error(new string('x', 10_000), new string('y', 10_000)));
        yield return ("error without text", SampleResponses.Document("error", string.Empty, "<error-message/>"));
        yield return ("error with nothing", SampleResponses.Document("error", string.Empty, string.Empty));
        yield return ("bad summary", SampleResponses.Document("order-summary-response", string.Empty, "<order-summaries><order-summary/></order-summaries>"));
        yield return ("bad redirect", SampleResponses.Document("checkout-redirect", string.Empty, "<redirect-url>javascript:x</redirect-url>"));
        yield return ("bad receipt", SampleResponses.Document("request-received", string.Empty, "<charge-amount-notification/>"));
        yield return ("bad page", SampleResponses.Document("notification-history-response", string.Empty, "<notifications><charge-amount-notification/></notifications>"));
        yield return ("bad token", SampleResponses.Document("notification-data-token-response", string.Empty, string.Empty));
        yield return ("bad poll", SampleResponses.Document("notification-data-response", string.Empty, "<has-more-notifications>perhaps</has-more-notifications>"));
        yield return ("bad diagnosis", SampleResponses.Document("diagnosis", string.Empty, string.Empty));
        yield return ("other encoding", "<?xml version='1.0' encoding='no-such'?><bye xmlns='http://checkout.google.com/schema/2'/>");
    }

    private static byte[] Http(string status, string body, string headers = "") =>
        Ascii($"HTTP/1.1 {status}\r\n{headers}Content-Length: {Encoding.UTF8.GetByteCount(body).ToString(CultureInfo.InvariantCulture)}\r\nConnection: close\r\n\r\n", body);

    private static byte[] Ascii(string head, string body, string end = "") => Encoding.UTF8.GetBytes(head + body + end);

    private static byte[] Ascii(string head, byte[] body) => [.. Encoding.ASCII.GetBytes(head), .. body];

    private static byte[] Compress(string text)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return compressed.ToArray();
    }

    private static async Task ReadAsync<T>(IAsyncEnumerable<T> items)
    {
        await foreach (var item in items)
        {
        }
    }

    /// <summary>Sends the requests to the server without TLS.</summary>
    private sealed class PlainHttp(RawServer server) : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.RequestUri = server.Address;
            return base.SendAsync(request, cancellationToken);
        }
    }

    /// <summary>Reads each request, answers with the bytes of the test, and closes the connection.</summary>
    private sealed class RawServer : IAsyncDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
        private readonly CancellationTokenSource _stop = new();
        private readonly Task _serving;

        public RawServer()
        {
            _listener.Start();
            _serving = ServeAsync();
        }

        public byte[] Answer { get; set; } = [];

        public Uri Address => new($"http://{_listener.LocalEndpoint}/");

        public async ValueTask DisposeAsync()
        {
            await _stop.CancelAsync();
            await _serving;
            _listener.Dispose();
            _stop.Dispose();
        }

        private async Task ServeAsync()
        {
            try
            {
                while (true)
                {
                    using var connection = await _listener.AcceptTcpClientAsync(_stop.Token);
                    await AnswerAsync(connection);
                }
            }
            catch (OperationCanceledException)
            {
                // The test is over.
            }
        }

        private async Task AnswerAsync(TcpClient connection)
        {
            var stream = connection.GetStream();
            try
            {
                await ReadRequestAsync(stream);
                await stream.WriteAsync(Answer);
                connection.Client.Shutdown(SocketShutdown.Send);

                // Closing with unread data would reset the connection, and the client could lose the answer.
                while (await stream.ReadAsync(new byte[1024]) > 0)
                {
                }
            }
            catch (IOException)
            {
                // The client closed the connection first.
            }
        }

        private static async Task ReadRequestAsync(NetworkStream stream)
        {
            using var reader = new StreamReader(stream, Encoding.Latin1, leaveOpen: true);
            var length = 0;
            while (await reader.ReadLineAsync() is { Length: > 0 } line)
            {
                if (line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase))
                {
                    length = int.Parse(line["Content-Length:".Length..], CultureInfo.InvariantCulture);
                }
            }

            for (var read = 0; read < length && reader.Read() >= 0; read++)
            {
            }
        }
    }
}
