using System.Text;
using GoogleCheckout.Client;
using GoogleCheckout.Xml;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace GoogleCheckout.Callbacks;

/// <summary>The limits of length and time for reading a body.</summary>
public class CallbackBodyTests
{
    private const int Limit = 1_000;

    [Test]
    public async Task Body_AnnouncedAsTooLong_Is413AndNotRead()
    {
        using var site = Site();
        using var unread = new UnreadableStream();

        (await site.SendAsync(CallbackSite.Request(unread, contentLength: Limit + 1))).AssertRejected(413);

        Assert.That(site.LogEntries.Single().GetText(), Does.Contain("longer than 1000 bytes"));
    }

    [Test]
    public async Task Body_Endless_Is413AndReadingStops()
    {
        using var site = Site();
        using var endless = new RepeatingStream("<a>", "<b/>", int.MaxValue - 1, "</a>");

        (await site.SendAsync(CallbackSite.Request(endless))).AssertRejected(413);

        Assert.That(endless.BytesRead, Is.LessThan(20_000));
    }

    [TestCase(1)]
    [TestCase(100)]
    [TestCase(1_000)]
    public async Task Body_AnnouncedLengthIsThatOfTheCompressedBody_IsReadToItsEnd(int announced)
    {
        using var site = Site();
        using var body = new MemoryStream(Encoding.UTF8.GetBytes(SampleResponses.Charge("s-1")));

        Assert.That((await site.SendAsync(CallbackSite.Request(body, contentLength: announced))).Acknowledged(), Is.EqualTo("s-1"));
    }

    [Test]
    public async Task Body_LongerThanAnnouncedAndTheLimit_Is413AndReadingStops()
    {
        using var site = Site();
        using var endless = new RepeatingStream("<surprise/>", "<b/>", int.MaxValue - 1, "</a>");

        (await site.SendAsync(CallbackSite.Request(endless, contentLength: "<surprise/>".Length))).AssertRejected(413);

        Assert.That(endless.BytesRead, Is.LessThan(20_000));
    }

    [TestCase("application/xml", 42)]
    [TestCase("text/xml; charset=utf-8", 1)]
    [TestCase("application/x-www-form-urlencoded", 50)]
    public async Task Body_ReadBeforeTheEndpoint_Is400AndSaysSo(string contentType, int announced)
    {
        using var site = Site();
        using var read = new MemoryStream();

        (await site.SendAsync(CallbackSite.Request(read, contentType, contentLength: announced))).AssertRejected(400);

        Assert.That(site.LogEntries.Single().GetText(), Does.Contain($"nothing was left of the announced {announced} bytes: something before the endpoint read the body"));
    }

    [TestCase(null)]
    [TestCase(0)]
    public async Task Body_EmptyAndNotAnnounced_Is400WithAnotherReason(int? announced)
    {
        using var site = Site();
        using var empty = new MemoryStream();

        (await site.SendAsync(CallbackSite.Request(empty, contentLength: announced))).AssertRejected(400);

        Assert.That(site.LogEntries.Single().GetText(), Does.Not.Contain("nothing was left"));
    }

    [TestCase(8 * 1024, 10_485_760, 16 * 1024)]
    [TestCase(8 * 1024, 10_000, 10_001)]
    [TestCase(1 << 30, int.MaxValue, 0x7FFFFFC7)]
    [TestCase((1 << 30) + 1, int.MaxValue, 0x7FFFFFC7)]
    [TestCase(1_100_000_000, 1_200_000_000, 1_200_000_001)]
    public void NextBufferLength_AboveOneGigabyte_DoesNotOverflow(int length, int maxBytes, int expected)
    {
        Assert.That(StreamBytes.GetNextLength(length, maxBytes), Is.EqualTo(expected));
    }

    [Test]
    public void Body_HostCannotReadIt_ThrowsAndIsLogged()
    {
        using var site = Site();
        using var broken = new SilentStream(() => throw new IOException("Bad chunk size data."));

        Assert.That(async () => await site.SendAsync(CallbackSite.Request(broken)), Throws.TypeOf<IOException>());
        Assert.That(site.LogEntries.Select(entry => (entry.Id.Id, entry.GetText().Contains("Bad chunk size data.", StringComparison.Ordinal))), Is.EqualTo(new[] { (216, true) }));
    }

    [Test]
    public async Task Body_ShorterThanAnnounced_Is400()
    {
        using var site = Site();
        using var half = new MemoryStream(Encoding.UTF8.GetBytes(SampleResponses.Charge("s-1")[..100]));

        (await site.SendAsync(CallbackSite.Request(half, contentLength: 500))).AssertRejected(400);

        Assert.That(site.LogEntries.Single().GetText(), Does.EndWith(" Only 100 of the announced 500 bytes were left."));
    }

    [TestCase(null)]
    [TestCase(-1, Description = "the value of HttpListener for an unknown length")]
    public async Task Body_NotAnnounced_IsReadToItsEnd(int? announced)
    {
        using var site = Site();
        using var body = new MemoryStream(Encoding.UTF8.GetBytes(SampleResponses.Charge("s-1")));

        Assert.That((await site.SendAsync(CallbackSite.Request(body, contentLength: announced))).Acknowledged(), Is.EqualTo("s-1"));
    }

    [TestCase(0, 200)]
    [TestCase(1, 413)]
    public async Task Body_AtTheLimit_IsAccepted(int more, int status)
    {
        using var site = Site();
        var document = SampleResponses.Charge("s-1");
        using var body = new MemoryStream(Encoding.UTF8.GetBytes(document + new string(' ', Limit - document.Length + more)));

        Assert.That((await site.SendAsync(CallbackSite.Request(body))).StatusCode, Is.EqualTo(status));
    }

    [Test]
    public async Task Body_TooSlow_Is408()
    {
        using var site = Site();
        using var slow = new SilentStream(() => site.Clock.Advance(TimeSpan.FromSeconds(10)), "<charge-amount-notification");

        (await site.SendAsync(CallbackSite.Request(slow))).AssertRejected(408);

        Assert.That(site.LogEntries.Single().GetText(), Does.Contain("took longer than 00:00:10"));
    }

    [Test]
    public void Body_SenderDisconnects_ThrowsOperationCanceledException()
    {
        using var site = Site();
        using var disconnected = new CancellationTokenSource();
        using var slow = new SilentStream(disconnected.Cancel);

        Assert.That(async () => await site.SendAsync(CallbackSite.Request(slow), disconnected.Token), Throws.InstanceOf<OperationCanceledException>());
    }

    [TestCase(null, 413)]
    [TestCase("", 200)]
    public async Task Form_LongerThan64KB_IsReadOnlyWithCredentials(string? authorization, int status)
    {
        using var client = new StubClient((serialNumber, _) => Task.FromResult(CheckoutXml.Parse<Notifications.Notification>(SampleResponses.Charge(serialNumber))));
        using var site = new CallbackSite(register: services => services.AddSingleton<CheckoutClient>(client));

        var response = await site.PostFormAsync($"_type=charge-amount-notification&serial-number=s-1&a={new string('a', 64 * 1024)}", authorization);

        Assert.That(response.StatusCode, Is.EqualTo(status));
    }

    private static CallbackSite Site() => new(register: services => services.Configure<CallbackOptions>(options => options.MaxBodyBytes = Limit));

    [Test]
    public async Task ReadToEnd_LengthsAroundTheAnnouncedAndTheMaximum_ReturnsTheBytesOrNull()
    {
        foreach (var length in new[] { 0, 1, 2, 15, 16, 17, 31, 32, 33, 99, 100, 101, 8191, 8192, 8193 })
        {
            foreach (var announced in new long?[] { null, 0, 1, 15, 16, 17, 32, 100, 8192, 65_536, 65_537, long.MaxValue })
            {
                foreach (var maxBytes in new[] { 16, 17, 32, 33, 100, 101, 8192, 8193, 100_000 })
                {
                    var bytes = Enumerable.Range(0, length).Select(i => (byte)i).ToArray();

                    var read = await StreamBytes.ReadToEndAsync(new MemoryStream(bytes), maxBytes, CancellationToken.None, announced);

                    Assert.That(read, length > maxBytes ? Is.Null : Is.EqualTo(bytes), $"{length} bytes, announced {announced}, at most {maxBytes}");
                }
            }
        }
    }
}
