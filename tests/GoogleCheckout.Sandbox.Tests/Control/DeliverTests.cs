using System.Net;
using System.Text.Json;
using GoogleCheckout.Sandbox.Callbacks;
using NUnit.Framework;

namespace GoogleCheckout.Sandbox.Control;

/// <summary>The request of the control endpoint that waits for deliveries.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class DeliverTests : IAsyncDisposable
{
    private MerchantServer _merchant = null!;
    private CheckoutSandbox _sandbox = null!;
    private ControlClient _control = null!;

    [SetUp]
    public async Task SetUp()
    {
        _merchant = await MerchantServer.StartAsync();
        var options = _merchant.Options();
        (options.EnableControlApi, options.HttpEndpoint) = (true, new IPEndPoint(IPAddress.Loopback, 0));
        _sandbox = await CheckoutSandbox.StartAsync(options);
        _control = new ControlClient(_sandbox.HttpBaseAddress!, $"{_sandbox.MerchantId}:{_sandbox.MerchantKey}");
    }

    public async ValueTask DisposeAsync()
    {
        _control.Dispose();
        await _sandbox.DisposeAsync();
        await _merchant.DisposeAsync();
    }

    [Test]
    public async Task Deliver_NothingWaits_SaysSo()
    {
        var report = await DeliverAsync("{}");

        Assert.That(report.GetProperty("deliveries").GetArrayLength(), Is.Zero);
        Assert.That(report.GetProperty("nextDueAt").ValueKind, Is.EqualTo(JsonValueKind.Null));
        Assert.That(report.GetProperty("reason").GetString(), Is.EqualTo("Nothing waits: all notifications were acknowledged."));
    }

    [Test]
    public async Task Deliver_WithoutCallbackUrl_SaysSo()
    {
        _sandbox.CallbackUrl = null;

        Assert.That((await DeliverAsync("""{"all": true}""")).GetProperty("reason").GetString(), Does.StartWith("There is no callback URL."));
    }

    [Test]
    public async Task Deliver_FailedAttemptWaits_SaysWhenTheNextIsDue()
    {
        _merchant.AnswerWith(500, "down");
        await PlaceAsync();
        await DeliverAsync("{}");

        var report = await DeliverAsync("{}");

        Assert.That(report.GetProperty("deliveries").GetArrayLength(), Is.Zero);
        var dueAt = report.GetProperty("nextDueAt").GetDateTimeOffset();
        Assert.That(dueAt - _sandbox.Deliveries[^1].SentAt, Is.EqualTo(TimeSpan.FromSeconds(5)).Within(TimeSpan.FromSeconds(5)));
        Assert.That(report.GetProperty("reason").GetString(), Does.StartWith($"Nothing is due before {dueAt.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}; now it is "));
    }

    [Test]
    public async Task Deliver_AllAndTheMerchantIsUpAgain_DeliversEverything()
    {
        _merchant.AnswerWith(500, "down");
        await PlaceAsync();
        await _control.PostAsync("clock", """{"advance": "00:10:00"}""");
        _merchant.AnswerWith(200, post => MerchantServer.Acknowledge(post.SerialNumber));

        var report = await DeliverAsync("""{"all": true}""");

        var deliveries = report.GetProperty("deliveries").EnumerateArray().ToList();
        Assert.That(deliveries.Select(delivery => delivery.GetProperty("acknowledged").GetBoolean()), Is.All.True);
        Assert.That(deliveries.Select(delivery => delivery.GetProperty("serialNumber").GetString()![^7..]), Is.EqualTo(new[] { "00001-7", "00002-1", "00002-5", "00002-6" }));
        Assert.That(report.GetProperty("nextDueAt").ValueKind, Is.EqualTo(JsonValueKind.Null));
    }

    [Test]
    public async Task Deliver_AllAndADelayedNotification_MovesTheClockToIt()
    {
        await _control.PostAsync("delivery-faults", """{"fault": "delay", "time": "3.00:00:00", "notification": "new-order-notification"}""");
        await PlaceAsync();
        var before = await NowAsync();

        var report = await DeliverAsync("""{"all": true}""");

        Assert.That(report.GetProperty("deliveries").EnumerateArray().Select(delivery => delivery.GetProperty("serialNumber").GetString()![^7..]), Does.Contain("00001-7"));
        Assert.That(await NowAsync() - before, Is.GreaterThan(TimeSpan.FromDays(2.9)));
    }

    [Test]
    public async Task Deliver_AllAndTheMerchantStaysDown_FailsOnceAndEnds()
    {
        _merchant.AnswerWith(500, "down");
        await PlaceAsync();
        await _control.PostAsync("clock", """{"advance": "00:10:00"}""");

        var report = await DeliverAsync("""{"all": true}""");

        Assert.That(report.GetProperty("deliveries").EnumerateArray().Single().GetProperty("acknowledged").GetBoolean(), Is.False);
        Assert.That(report.GetProperty("nextDueAt").ValueKind, Is.EqualTo(JsonValueKind.String));
    }

    private async Task PlaceAsync()
    {
        using var client = _sandbox.CreateClient();
        await _sandbox.PlaceOrderAsync(await client.CheckoutAsync(SampleCarts.Books));
    }

    private async Task<JsonElement> DeliverAsync(string body)
    {
        var (status, report) = await _control.PostAsync("deliver", body);
        Assert.That(status, Is.EqualTo(HttpStatusCode.OK), $"{report}");
        return report;
    }

    private async Task<DateTimeOffset> NowAsync() => (await _control.GetAsync("clock")).Response.GetProperty("now").GetDateTimeOffset();
}
