using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Text;
using GoogleCheckout.Client;
using GoogleCheckout.Sandbox;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using NUnit.Framework;

namespace GoogleCheckout.AspNetCore;

/// <summary>
/// Many hostile senders at once, on real connections: forged, unauthenticated, oversized, slow and malformed posts. Each is
/// rejected with its status, and the posts of the service are handled meanwhile.
/// </summary>
public class HostileSendersTests
{
    private const int OfEachKind = 15;
    private const int Genuine = 40;

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    private static readonly (string Name, string Expected, Func<ShopSite, Task<string>> Send)[] Kinds =
    [
        ("no credentials", "401", site => SendAsync(site, Head(null, "Content-Length: 5") + "<abc>")),
        ("wrong credentials", "401", site => SendAsync(site, Head("Basic MTIzNDU2Nzg5MDp3cm9uZw==", "Content-Length: 5") + "<abc>")),
        ("credentials that are not base64", "401", site => SendAsync(site, Head("Basic %?&", "Content-Length: 5") + "<abc>")),
        ("oversized with Content-Length", "413", site => SendAsync(site, Head(Own, "Content-Length: 99999999"))),
        ("oversized without Content-Length", "413", SendEndlessAsync),
        ("oversized form", "413", site => SendAsync(site, Head(null, "Content-Length: 9999999", "application/x-www-form-urlencoded"))),
        ("forged serial number", "400", site => SendAsync(site, Form("serial-number=841171949013218-00099-2"))),
        ("invalid serial number", "400", site => SendAsync(site, Form("serial-number=%3Cscript%3E"))),
        ("malformed XML", "400", site => SendAsync(site, Head(Own, "Content-Length: 24") + "<new-order-notification>")),
        ("nested entities", "400", site => SendAsync(site, Push("<!DOCTYPE a [<!ENTITY b \"bbbbbbbb\"><!ENTITY c \"&b;&b;&b;&b;\">]><a>&c;</a>"))),
        ("nested without end", "400", site => SendAsync(site, Push(string.Concat(Enumerable.Repeat("<a>", 20_000))))),
        ("malformed HTTP", "400", site => SendAsync(site, "POST\r\n\r\n")),
        ("malformed chunks", "400", site => SendAsync(site, Head(Own, "Transfer-Encoding: chunked") + "zz\r\n")),
        ("another method", "405", site => SendAsync(site, $"DELETE {ShopSite.Path} HTTP/1.1\r\nHost: a\r\n\r\n")),
    ];

    [Test]
    public async Task Posts_ManyHostileSenders_AreRejectedAndGenuineOnesAcknowledged()
    {
        using var slowArrived = new SemaphoreSlim(0);
        await using var sandbox = await CheckoutSandbox.StartAsync(new CheckoutSandboxOptions { MerchantId = ShopSite.MerchantId, MerchantKey = ShopSite.MerchantKey });
        await using var site = await ShopSite.StartAsync(
            builder =>
            {
                // Kestrel's limit uses the machine's clock, which is not reliable on a busy machine.
                builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MinRequestBodyDataRate = null);
                builder.Services.AddGoogleCheckout(sandbox.ApplyWithoutRetries);
            },
            use: app => app.Use((context, next) =>
            {
                // When this returns, the endpoint is reading the body and its timeout is running.
                var handling = next(context);
                if (context.Request.Query.ContainsKey("slow"))
                {
                    slowArrived.Release();
                }

                return handling;
            }));

        var slow = await SlowSender.StartAsync(site, OfEachKind, slowArrived).WaitAsync(Limit);
        var hostile = Kinds.SelectMany(kind => Enumerable.Range(0, OfEachKind).Select(async _ => (kind.Name, kind.Expected, Got: await kind.Send(site)))).ToList();
        var genuine = Enumerable.Range(1, Genuine).Select(number => PushAsync(site, number)).ToList();

        Assert.That(await Task.WhenAll(genuine).WaitAsync(Limit), Has.All.EqualTo(HttpStatusCode.OK), "meanwhile");
        var rejected = await Task.WhenAll(hostile).WaitAsync(Limit);
        Assert.That(rejected.Where(response => response.Got != response.Expected), Is.Empty);
        Assert.That(slow.Answered, Is.Zero, "all slow senders are still connected");

        var timedOut = await slow.ContinueAsync(site.Clock, TimeSpan.FromSeconds(10)).WaitAsync(Limit);
        using var after = await site.PushAsync(SampleResponses.Charge("after"));

        await after.AssertAcknowledgesAsync("after");
        Assert.That(timedOut, Has.Exactly(OfEachKind).Items.And.All.EqualTo("408"));
        Assert.That(site.Handled.Select(each => each.Notification.SerialNumber), Is.EquivalentTo(Enumerable.Range(1, Genuine).Select(Serial).Append("after")), "nothing else was handled");
    }

    private static string Own => ShopSite.Credentials.ToString();

    private static string Serial(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static async Task<HttpStatusCode> PushAsync(ShopSite site, int number)
    {
        using var response = await site.PushAsync(SampleResponses.Charge(Serial(number)));
        return response.StatusCode;
    }

    private static string Push(string document) => Head(Own, $"Content-Length: {document.Length}") + document;

    private static string Form(string form) => Head(null, $"Content-Length: {form.Length}", "application/x-www-form-urlencoded") + form;

    private static string Head(string? authorization, string length, string contentType = "application/xml") =>
        $"POST {ShopSite.Path} HTTP/1.1\r\nHost: a\r\n{(authorization is null ? string.Empty : $"Authorization: {authorization}\r\n")}Content-Type: {contentType}\r\n{length}\r\n\r\n";

    private static async Task<string> SendAsync(ShopSite site, string request)
    {
        await using var connection = await site.ConnectAsync();
        await connection.WriteAsync(Encoding.Latin1.GetBytes(request));
        return await StatusAsync(connection);
    }

    // The response arrives before the request ends.
    private static async Task<string> SendEndlessAsync(ShopSite site)
    {
        await using var connection = await site.ConnectAsync();
        await connection.WriteAsync(Encoding.ASCII.GetBytes(Head(Own, "Transfer-Encoding: chunked")));
        var chunk = Encoding.ASCII.GetBytes($"10000\r\n{new string('a', 0x10000)}\r\n");
        var status = StatusAsync(connection);
        for (var sent = 0; sent < 11 * 1024 * 1024 && !status.IsCompleted; sent += chunk.Length)
        {
            try
            {
                await connection.WriteAsync(chunk);
            }
            catch (IOException)
            {
                break;
            }
        }

        return await status;
    }

    private static async Task<string> StatusAsync(SslStream connection)
    {
        using var reader = new StreamReader(connection, leaveOpen: true);
        return (await reader.ReadLineAsync())?.Split(' ')[1] ?? "no response";
    }

    /// <summary>Senders that send one byte per second without end.</summary>
    private sealed class SlowSender
    {
        private readonly List<SslStream> _connections = [];
        private readonly List<Task<string>> _answers = [];

        public int Answered => _answers.Count(response => response.IsCompleted);

        public static async Task<SlowSender> StartAsync(ShopSite site, int count, SemaphoreSlim arrived)
        {
            var senders = new SlowSender();
            for (var i = 0; i < count; i++)
            {
                var connection = await site.ConnectAsync();
                await connection.WriteAsync(Encoding.ASCII.GetBytes(Head(Own, "Content-Length: 1000").Replace(ShopSite.Path, ShopSite.Path + "?slow", StringComparison.Ordinal)));
                senders._connections.Add(connection);
                senders._answers.Add(StatusAsync(connection));
                await arrived.WaitAsync();
            }

            return senders;
        }

        /// <summary>Advances the clock second by second; each sender sends one byte per second.</summary>
        public async Task<string[]> ContinueAsync(FakeTimeProvider clock, TimeSpan time)
        {
            for (var second = 0; second < time.TotalSeconds; second++)
            {
                foreach (var connection in _connections)
                {
                    await connection.WriteAsync("<"u8.ToArray());
                }

                clock.Advance(TimeSpan.FromSeconds(1));
            }

            var answers = await Task.WhenAll(_answers);
            _connections.ForEach(connection => connection.Dispose());
            return answers;
        }
    }
}
