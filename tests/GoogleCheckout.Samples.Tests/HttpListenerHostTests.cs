using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using GoogleCheckout.Notifications;
using NUnit.Framework;

namespace GoogleCheckout.Samples;

public class HttpListenerHostTests
{
    private const string Charge = """
        <charge-amount-notification xmlns="http://checkout.google.com/schema/2" serial-number="00010-2">
          <google-order-number>841171949013218</google-order-number><timestamp>2012-10-10T02:10:58.178Z</timestamp>
          <latest-charge-amount currency="USD">12.5</latest-charge-amount><total-charge-amount currency="USD">12.5</total-charge-amount>
        </charge-amount-notification>
        """;

    [Test]
    public async Task Sample_WhileRunning_AcceptsNotificationsAndRejectsOthers()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        var address = $"http://127.0.0.1:{FreePort()}/checkout/callback/";
        using var sample = Start(address);
        try
        {
            Assert.That(await sample.StandardOutput.ReadLineAsync(limit.Token), Does.Contain(address));
            var command = await sample.StandardOutput.ReadLineAsync(limit.Token) ?? string.Empty;

            // HttpListener may close a connection after a refused request, whose body it did not read. A post is not sent again on another one.
            using var http = new HttpClient { BaseAddress = new Uri(address), DefaultRequestHeaders = { ConnectionClose = true } };

            using var forged = await PostAsync(http, Charge, null, limit.Token);
            using var unreadable = await PostAsync(http, "<charge-amount-notification", CredentialsIn(command), limit.Token);
            using var answer = await PostAsync(http, Charge, CredentialsIn(command), limit.Token);

            Assert.That(await sample.StandardOutput.ReadLineAsync(limit.Token), Is.EqualTo("2012-10-10 02:10:58Z ChargeAmountNotification 00010-2 of order 841171949013218"));
            Assert.That((forged.StatusCode, forged.Headers.WwwAuthenticate.Single().Scheme, unreadable.StatusCode), Is.EqualTo((HttpStatusCode.Unauthorized, "Basic", HttpStatusCode.BadRequest)));
            Assert.That(CheckoutXml.Parse<NotificationAcknowledgment>(await answer.Content.ReadAsStreamAsync(limit.Token)).SerialNumber, Is.EqualTo("00010-2"));
        }
        finally
        {
            sample.Kill();
            await sample.WaitForExitAsync(limit.Token);
        }
    }

    [TestCase("Transfer-Encoding: chunked\r\n\r\nxyz\r\n<a")]
    [TestCase("Transfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFF\r\n<a")]
    [TestCase("Content-Length: 100\r\n\r\n<a")]
    [TestCase("Authorization: \r\nTransfer-Encoding: chunked\r\n\r\n{charge}", Description = "an empty header beside the good one")]
    [TestCase("Authorization: Basic bm86bm8=\r\nTransfer-Encoding: chunked\r\n\r\n{charge}")]
    public async Task Sample_BodyOrHeadersAreWrong_DoesNotAcknowledge(string rest)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        var port = FreePort();
        var address = $"http://127.0.0.1:{port}/checkout/callback/";
        using var sample = Start(address);
        try
        {
            await sample.StandardOutput.ReadLineAsync(limit.Token);
            var credentials = CredentialsIn(await sample.StandardOutput.ReadLineAsync(limit.Token) ?? string.Empty);
            using var sender = new TcpClient();
            await sender.ConnectAsync(IPAddress.Loopback, port, limit.Token);
            await using var connection = sender.GetStream();
            await connection.WriteAsync(
                Encoding.ASCII.GetBytes($"POST /checkout/callback/ HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nAuthorization: Basic {Convert.ToBase64String(Encoding.ASCII.GetBytes(credentials))}\r\nContent-Type: application/xml\r\n{rest.Replace("{charge}", $"{Charge.Length:X}\r\n{Charge}\r\n0\r\n\r\n", StringComparison.Ordinal)}"), limit.Token);
            sender.Client.Shutdown(SocketShutdown.Send);
            using var answer = new StreamReader(connection);

            Assert.That(await ReadAsync(answer, limit.Token), Does.Not.Contain(" 200 ").And.Not.Contain("notification-acknowledgment"));
        }
        finally
        {
            sample.Kill();
            await sample.WaitForExitAsync(limit.Token);
        }
    }

    // An empty text if the server only closes the connection.
    private static async Task<string> ReadAsync(StreamReader answer, CancellationToken cancellationToken)
    {
        try
        {
            return await answer.ReadToEndAsync(cancellationToken);
        }
        catch (IOException)
        {
            return string.Empty;
        }
    }

    // With the tests' frameworks: what those have is not copied beside the tests.
    private static Process Start(string address) => Process.Start(new ProcessStartInfo("dotnet", ["exec", "--depsfile", Built("GoogleCheckout.Samples.Tests.deps.json"), "--runtimeconfig", Built("GoogleCheckout.Samples.Tests.runtimeconfig.json"), Built("HttpListenerHost.dll"), address])
    {
        RedirectStandardOutput = true,
    })!;

    private static string Built(string file) => Path.Combine(TestContext.CurrentContext.TestDirectory, file);

    private static string CredentialsIn(string command) => command.Split(' ')[2];

    private static async Task<HttpResponseMessage> PostAsync(HttpClient http, string document, string? credentials, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, string.Empty) { Content = new StringContent(document, Encoding.UTF8, "application/xml") };
        request.Headers.Authorization = credentials is null ? null : new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(credentials)));
        return await http.SendAsync(request, cancellationToken);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
