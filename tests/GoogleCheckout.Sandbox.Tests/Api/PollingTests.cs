using System.Net;
using GoogleCheckout.Notifications;
using GoogleCheckout.Reports;
using Microsoft.Extensions.Time.Testing;
using NUnit.Framework;
using NUnit.Framework.Constraints;

namespace GoogleCheckout.Sandbox.Api;

/// <summary>Polling for notifications with tokens, with the SDK's client.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
[Parallelizable(ParallelScope.All)]
public sealed class PollingTests : IAsyncDisposable
{
    private static readonly TimeSpan HalfAnHour = TimeSpan.FromMinutes(30);

    private readonly FakeTimeProvider _clock = new(TestTime.Start);
    private CheckoutSandbox _sandbox = null!;
    private CheckoutClient _client = null!;

    [SetUp]
    public async Task StartAsync()
    {
        _sandbox = await CheckoutSandbox.StartAsync(new CheckoutSandboxOptions { TimeProvider = _clock });
        _client = _sandbox.CreateClient();
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _sandbox.DisposeAsync();
    }

    [Test]
    public async Task Poll_ReturnsNotificationsOlderThanThirtyMinutes()
    {
        var token = await _client.GetContinueTokenAsync(_clock.GetUtcNow().AddMinutes(-5));
        var order = await PlaceAsync();
        await _sandbox.AdvanceAsync(HalfAnHour - TimeSpan.FromMilliseconds(1));
        var early = await PollAsync(token);
        await _sandbox.AdvanceAsync(TimeSpan.FromMilliseconds(1));
        var first = await PollAsync(early[^1].ContinueToken!);
        await _sandbox.AdvanceAsync(TimeSpan.FromMinutes(1));
        var second = await PollAsync(first[^1].ContinueToken!);
        var again = await PollAsync(token);

        Assert.Multiple(() =>
        {
            Assert.That(SerialNumbers(early), Is.Empty);
            Assert.That(early.Single().ContinueToken, Is.EqualTo(token));
            Assert.That(first.Single().Notifications.Single().ToXmlString(), Is.EqualTo(order.ToXmlString()));
            Assert.That(SerialNumbers(second), Is.EqualTo(new[] { "00002-1", "00002-5", "00002-6" }.Select(end => $"{order.GoogleOrderNumber}-{end}")));
            Assert.That(SerialNumbers(again), Is.EqualTo(SerialNumbers(first).Concat(SerialNumbers(second))));
        });
    }

    [Test]
    public async Task Token_StartTime_SkipsEarlierNotifications()
    {
        await PlaceAsync();
        await _sandbox.AdvanceAsync(TimeSpan.FromHours(1));
        var later = await PlaceAsync();
        await _sandbox.AdvanceAsync(HalfAnHour);

        var responses = await PollAsync(await _client.GetContinueTokenAsync(later.Timestamp!.Value));

        Assert.That(SerialNumbers(responses), Is.EqualTo(new[] { later.SerialNumber }));
    }

    [Test]
    public async Task Poll_MoreThanFiftyNotifications_ReturnsBatches()
    {
        var token = await _client.GetContinueTokenAsync(_clock.GetUtcNow().AddMinutes(-5));
        for (var i = 0; i < 25; i++)
        {
            await PlaceAsync();
        }

        await _sandbox.AdvanceAsync(TimeSpan.FromHours(1));

        var responses = await PollAsync(token);

        Assert.That(responses.Select(response => (response.Notifications.Count, response.HasMoreNotifications)), Is.EqualTo(new (int, bool?)[] { (50, true), (50, false) }));
        Assert.That(SerialNumbers(responses), Is.Unique);
        Assert.That(responses.SelectMany(response => response.Notifications).Select(notification => notification.Timestamp), Is.Ordered);
    }

    [Test]
    public void Token_StartTimeOutOfRange_IsRejected()
    {
        var now = _clock.GetUtcNow();

        Assert.Multiple(() =>
        {
            Assert.That(async () => await _client.GetContinueTokenAsync(now.AddDays(-180)), Is.Not.Empty);
            Assert.That(async () => await _client.GetContinueTokenAsync(now.AddDays(-180).AddMilliseconds(-1)), Refused("within the last 180 days"));
            Assert.That(async () => await _client.GetContinueTokenAsync(now.AddMinutes(-5)), Is.Not.Empty);
            Assert.That(async () => await _client.GetContinueTokenAsync(now.AddMinutes(-5).AddMilliseconds(1)), Refused("at least 5 minutes ago"));
            Assert.That(async () => await PollAsync("token"), Refused("The continue-token is unknown."));
        });
    }

    private static EqualConstraint<HttpStatusCode> Refused(string reason) =>
        Throws.TypeOf<CheckoutApiException>().With.Message.Contains(reason).And.Property(nameof(CheckoutApiException.StatusCode)).EqualTo(HttpStatusCode.BadRequest);

    private static IEnumerable<string> SerialNumbers(IEnumerable<NotificationDataResponse> responses) =>
        responses.SelectMany(response => response.Notifications).Select(notification => notification.SerialNumber);

    private async Task<List<NotificationDataResponse>> PollAsync(string token) => await _client.PollNotificationsAsync(token).ToListAsync();

    private async Task<NewOrderNotification> PlaceAsync() => await _sandbox.PlaceOrderAsync(await _client.CheckoutAsync(SampleCarts.Books));
}
