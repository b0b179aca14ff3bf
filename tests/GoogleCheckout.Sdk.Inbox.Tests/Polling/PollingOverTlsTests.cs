using GoogleCheckout.Carts;
using GoogleCheckout.Reports;
using GoogleCheckout.Sandbox;
using Microsoft.Extensions.Logging;
using NUnit.Framework;

namespace GoogleCheckout.Inbox.Polling;

/// <summary>Pulling from the sandbox over HTTPS, while it pushes the same notifications.</summary>
[TestFixture(DatabaseKind.PostgreSql)]
[TestFixture(DatabaseKind.MariaDb)]
[TestFixture(DatabaseKind.Sqlite)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class PollingOverTlsTests(DatabaseKind kind) : IAsyncDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(7);

    private static readonly CheckoutShoppingCart Tea = new()
    {
        ShoppingCart = new ShoppingCart { Items = [new Item { ItemName = "Tea", ItemDescription = "Sencha", UnitPrice = new Money(6.25m, "USD"), Quantity = 2 }] },
    };

    private readonly WaitReportingTimeProvider _clock = new();
    private readonly List<string> _orders = [];
    private TestDatabase _database = null!;
    private CheckoutSandbox _sandbox = null!;
    private CheckoutClient _client = null!;

    [SetUp]
    public async Task StartAsync()
    {
        _database = await TestDatabase.CreateAsync(kind);
        _sandbox = await CheckoutSandbox.StartAsync(new CheckoutSandboxOptions { TimeProvider = _clock });
        var options = _sandbox.CreateOptions();
        options.TimeProvider = _clock;
        _client = new CheckoutClient(options);
    }

    public async ValueTask DisposeAsync()
    {
        _client?.Dispose();
        await (_sandbox?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (_database?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    [Test]
    public async Task PushAndPolling_Together_HandleEachNotificationOnce([Values] NotificationSource source)
    {
        await using var site = Open(source);
        await site.StartAsync();
        await _clock.WhenWaitingForAsync(Interval);

        _sandbox.CallbackUrl = site.CallbackUrl;
        await BuyAsync(8);
        await _sandbox.DeliverAsync();
        _sandbox.CallbackUrl = null;
        await BuyAsync(8);
        _sandbox.CallbackUrl = site.CallbackUrl;
        _clock.Advance(TimeSpan.FromMinutes(45));
        await _sandbox.DeliverAsync();
        await _clock.WhenWaitingForAsync(Interval);
        await site.StopAsync();

        await AssertEachHandledOnceAsync(64);
        Assert.That(_sandbox.Deliveries, Has.Count.GreaterThanOrEqualTo(8));
    }

    [Test]
    public async Task Restart_WithinResponse_LosesAndRepeatsNone([Values] NotificationSource source)
    {
        await BuyAsync(10);
        _clock.Advance(TimeSpan.FromMinutes(45));
        var (count, middle) = (0, new TaskCompletionSource());
        await using (var first = Open(source, async (_, context, cancellationToken) =>
        {
            await Effects.AddAsync(context, cancellationToken);
            if (++count == 17)
            {
                middle.SetResult();
                await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                cancellationToken.ThrowIfCancellationRequested();
            }
        }))
        {
            await first.StartAsync();
            await middle.Task;
            await first.StopNowAsync();
        }

        var before = await _database.EffectsAsync();
        _clock.Advance(Interval);
        await using var second = Open(source);
        await second.StartAsync();
        await _clock.WhenWaitingForAsync(Interval);
        await second.StopAsync();

        Assert.That(before, Has.Count.EqualTo(16));
        await AssertEachHandledOnceAsync(40);
    }

    [Test]
    public async Task Outage_OfService_LosesNoNotification()
    {
        await using var site = Open();
        site.IsOffline = true;
        await site.StartAsync();
        await _clock.WhenWaitingForAsync(Interval);
        await BuyAsync(3);
        _clock.Advance(Interval);
        await _clock.WhenWaitingForAsync(2 * Interval);

        site.IsOffline = false;
        _clock.Advance(TimeSpan.FromHours(1));
        await _clock.WhenWaitingForAsync(Interval);
        await site.StopAsync();

        await AssertEachHandledOnceAsync(12);
        Assert.That(site.Log.GetSnapshot().Where(entry => entry.Level == LogLevel.Warning).Select(entry => entry.GetText()), Has.Exactly(2).Contains("notifications could not be polled").And.Exactly(2).Contains("The network is down."));
    }

    [Test]
    public async Task Token_UnknownToService_IsReplaced()
    {
        await using var site = Open();
        await BuyAsync(3);
        _clock.Advance(TimeSpan.FromMinutes(45));
        await site.StartAsync();
        await _clock.WhenWaitingForAsync(Interval);
        var kept = (string)(await _database.ReadAsync("SELECT token FROM google_checkout_tokens")).Single();
        await _database.ExecuteAsync($"UPDATE google_checkout_tokens SET token = '{kept[..kept.LastIndexOf(' ')]} of-another-service'");

        await BuyAsync(3);
        _clock.Advance(TimeSpan.FromMinutes(45));
        await _clock.WhenWaitingForAsync(Interval);
        await site.StopAsync();

        await AssertEachHandledOnceAsync(24);
        Assert.That(site.Log.GetSnapshot().Where(entry => entry.Level == LogLevel.Warning).Select(entry => entry.GetText()), Has.One.Contains("The continue-token is unknown."));
    }

    private PollingSite Open(NotificationSource source = NotificationSource.Polling, Handle? handle = null) => new(
        _sandbox,
        _database.Connect(),
        _clock,
        options =>
        {
            options.Source = source;
            options.Interval = Interval;
        },
        handle);

    // Each order has four notifications, three of them when its review ends after a minute.
    private async Task BuyAsync(int orders)
    {
        for (var order = 0; order < orders; order++)
        {
            _orders.Add((await _sandbox.PlaceOrderAsync(await _client.CheckoutAsync(Tea))).GoogleOrderNumber);
        }
    }

    private async Task AssertEachHandledOnceAsync(int count)
    {
        var sent = new List<string>();
        await foreach (var notification in _client.GetNotificationHistoryAsync(new NotificationHistoryRequest { OrderNumbers = _orders }))
        {
            sent.Add(notification.SerialNumber);
        }

        Assert.That(sent, Has.Count.EqualTo(count));
        Assert.That(await _database.EffectsAsync(), Is.EquivalentTo(sent));
    }
}
