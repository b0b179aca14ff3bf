using GoogleCheckout.Inbox.Options;
using GoogleCheckout.Notifications;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NUnit.Framework;

namespace GoogleCheckout.Inbox.Polling;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class PollingServiceTests : IDisposable
{
    // No other service of the host waits this long.
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(7);
    private static readonly TimeSpan MaxRetryDelay = TimeSpan.FromMinutes(50);

    private readonly WaitReportingTimeProvider _clock = new();
    private readonly ScriptedService _service = new();
    private TestDatabase _database = null!;

    [SetUp]
    public async Task CreateAsync() => _database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);

    [TearDown]
    public async Task DeleteAsync() => await _database.DisposeAsync();

    public void Dispose() => _service.Dispose();

    [Test]
    public async Task Host_WhileRunning_PollsAtStartAndAfterEachInterval()
    {
        using var shop = Open();
        _service.Add(Effects.Notification("1", timestamp: Yesterday));

        await shop.StartAsync();
        await _clock.WhenWaitingForAsync(Interval);
        var first = await _database.EffectsAsync();
        _service.Add(Effects.Notification("2", timestamp: Yesterday));
        _clock.Advance(Interval);
        await _clock.WhenWaitingForAsync(Interval);
        await shop.StopAsync();

        Assert.Multiple(async () =>
        {
            Assert.That(first, Is.EqualTo(new[] { "1" }));
            Assert.That(await _database.EffectsAsync(), Is.EqualTo(new[] { "1", "2" }));
            Assert.That(shop.Log.GetSnapshot().Select(entry => entry.GetText()), Has.Exactly(2).Contains("Merchant (unnamed): 1 polled notifications were handled, 0 were duplicates"));
        });
    }

    [Test]
    public async Task Host_ServiceIsDown_RetriesAtGrowingIntervals()
    {
        using var shop = Open();
        _service.Add(Effects.Notification("1", timestamp: Yesterday));
        _service.Fault = new CheckoutException("Nobody answers.") { IsTransient = true };

        await shop.StartAsync();
        foreach (var minutes in new[] { 7, 14, 28, 50 })
        {
            await _clock.WhenWaitingForAsync(TimeSpan.FromMinutes(minutes));
            _clock.Advance(TimeSpan.FromMinutes(minutes));
        }

        await _clock.WhenWaitingForAsync(MaxRetryDelay);
        _service.Fault = null;
        _clock.Advance(MaxRetryDelay);
        await _clock.WhenWaitingForAsync(Interval);
        await shop.StopAsync();

        Assert.Multiple(async () =>
        {
            Assert.That(await _database.EffectsAsync(), Is.EqualTo(new[] { "1" }));
            Assert.That(shop.Log.GetSnapshot().Where(entry => entry.Level == LogLevel.Warning).Select(entry => entry.GetText()), Has.Exactly(5).Contains("notifications could not be polled. Nobody answers. Next round in"));
        });
    }

    [TestCase("20.00:00:00", "20.00:00:00")]
    [TestCase("02:00:00", "03:00:00")]
    [TestCase("00:07:00", "00:50:00")]
    public async Task Host_ServiceIsDownForLong_KeepsPolling(string interval, string limit)
    {
        var wait = TimeSpan.Parse(limit, System.Globalization.CultureInfo.InvariantCulture);
        using var shop = Open(services => services.AddNotificationPolling(options =>
        {
            options.Interval = TimeSpan.Parse(interval, System.Globalization.CultureInfo.InvariantCulture);
            options.MaxRetryDelay = wait;
        }));
        _service.Fault = new CheckoutException("Nobody answers.") { IsTransient = true };

        await shop.StartAsync();
        while (Failures() < 32)
        {
            var failures = Failures();
            _clock.Advance(wait);
            await shop.Log.WaitUntilAsync(_ => Failures() > failures);
        }

        await _clock.WhenWaitingForAsync(wait);
        await shop.StopAsync();

        Assert.That(_service.Requests, Has.Count.GreaterThanOrEqualTo(32));

        int Failures() => shop.Log.GetSnapshot().Count(entry => entry.Id.Id == 406);
    }

    [Test]
    public async Task Host_HandlerFails_RetriesAtGrowingIntervals()
    {
        var isOpen = false;
        using var shop = Open(handle: (_, context, cancellationToken) => isOpen ? Effects.AddAsync(context, cancellationToken) : throw new NotSupportedException("The warehouse is closed."));
        _service.Add(Effects.Notification("1", timestamp: Yesterday));

        await shop.StartAsync();
        await _clock.WhenWaitingForAsync(Interval);
        _clock.Advance(Interval);
        await _clock.WhenWaitingForAsync(2 * Interval);
        isOpen = true;
        _clock.Advance(2 * Interval);
        await _clock.WhenWaitingForAsync(Interval);
        await shop.StopAsync();

        Assert.Multiple(async () =>
        {
            Assert.That(await _database.EffectsAsync(), Is.EqualTo(new[] { "1" }));
            Assert.That(shop.Log.GetSnapshot().Where(entry => entry.Level == LogLevel.Error).Select(entry => entry.GetText()), Has.Exactly(2).Contains("The warehouse is closed.").And.Exactly(2).Contains("the cursor stays before the first of them"));
        });
    }

    [Test]
    public async Task Host_DatabaseFails_KeepsTrying()
    {
        using var shop = Open();
        _service.Add(Effects.Notification("1", timestamp: Yesterday));
        await _database.ExecuteAsync("ALTER TABLE google_checkout_tokens RENAME TO mislaid");
        using var noSchema = Open(configure: services => services.Configure<NotificationInboxOptions>(options => options.CreateSchema = false));

        await noSchema.StartAsync();
        await _clock.WhenWaitingForAsync(Interval);
        await _database.ExecuteAsync("ALTER TABLE mislaid RENAME TO google_checkout_tokens");
        _clock.Advance(Interval);
        await _clock.WhenWaitingForAsync(Interval);
        await noSchema.StopAsync();

        Assert.That(await _database.EffectsAsync(), Is.EqualTo(new[] { "1" }));
        Assert.That(noSchema.Log.GetSnapshot().Where(entry => entry.Level == LogLevel.Error).Select(entry => entry.GetText()), Has.One.Contains("notifications could not be polled. No notification is lost"));
    }

    [Test]
    public async Task Host_OnSecondNode_WaitsForNextRound()
    {
        using var first = Open();
        using var second = Open();
        await first.StartAsync();
        await _clock.WhenWaitingForAsync(Interval);
        _clock.Advance(TimeSpan.FromMinutes(1));

        await second.StartAsync();
        var rest = Interval - TimeSpan.FromMinutes(1);
        await _clock.WhenWaitingForAsync(rest + TimeSpan.FromTicks(1), rest + (Interval / 10));
        var requests = _service.Requests.Count;
        await first.StopAsync();
        _service.Add(Effects.Notification("1", timestamp: Yesterday));
        _clock.Advance(Interval);
        await _clock.WhenWaitingForAsync(Interval);
        await second.StopAsync();

        Assert.That(requests, Is.EqualTo(2), "the first node's start and its answer");
        Assert.That(await _database.EffectsAsync(), Is.EqualTo(new[] { "1" }), "the second goes on in its place");
    }

    [Test]
    public async Task Stop_HandlerRuns_WaitsForIt()
    {
        var (begun, end) = (new TaskCompletionSource(), new TaskCompletionSource());
        using var shop = Open(handle: async (_, context, cancellationToken) =>
        {
            begun.SetResult();
            await end.Task;
            await Effects.AddAsync(context, cancellationToken);
        });
        _service.Add(Effects.Notification("1", timestamp: Yesterday), Effects.Notification("2", timestamp: Yesterday));

        await shop.StartAsync();
        await begun.Task;
        var stop = shop.StopAsync();
        var stoppedEarly = stop.IsCompleted;
        end.SetResult();
        await stop;

        Assert.That(stoppedEarly, Is.False);
        Assert.That(await _database.EffectsAsync(), Is.EqualTo(new[] { "1" }));
    }

    [Test]
    public async Task Stop_ShutdownTimeoutExpires_CancelsHandler()
    {
        var begun = new TaskCompletionSource();
        using var shop = Open(handle: async (_, context, cancellationToken) =>
        {
            await Effects.AddAsync(context, cancellationToken);
            begun.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        });
        _service.Add(Effects.Notification("1", timestamp: Yesterday));

        await shop.StartAsync();
        await begun.Task;
        using var patience = new CancellationTokenSource();
        var stop = shop.StopAsync(patience.Token);
        await patience.CancelAsync();

        await stop.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Assert.That(await _database.EffectsAsync(), Is.Empty);
    }

    [Test]
    public async Task Host_SeveralMerchants_PollsForEachOnce()
    {
        using var south = new ScriptedService();
        _service.Add(Effects.Notification("1", timestamp: Yesterday));
        south.Add(Effects.Notification("1", timestamp: Yesterday), Effects.Notification("2", timestamp: Yesterday));
        using var shop = Open(configure: services =>
        {
            services.AddKeyedSingleton<CheckoutClient>("south", south);
            services.AddNotificationPolling("south", options => options.Interval = 2 * Interval);
            services.AddNotificationPolling("south");
        });

        await shop.StartAsync();
        await _clock.WhenWaitingForAsync(Interval);
        await _clock.WhenWaitingForAsync(2 * Interval);
        await shop.StopAsync();

        Assert.That(await _database.EffectsAsync(), Is.EquivalentTo(new[] { "1", "1", "2" }));
        Assert.That(south.Requests, Has.Count.EqualTo(2));
    }

    [Test]
    public void Host_OfDocumentation_PollsForBothMerchants()
    {
        var settings = new Dictionary<string, string?>();
        foreach (var merchant in new[] { "Teas", "Pots" })
        {
            settings[$"Merchants:{merchant}:MerchantId"] = "1234567890";
            settings[$"Merchants:{merchant}:MerchantKey"] = $"key of {merchant}";
            settings[$"Merchants:{merchant}:Environment"] = "https://127.0.0.1:9/";
        }

        using var shop = new PollingShop(_database.Connect(), _clock, services => PollingSnippets.AddMerchants(services, new ConfigurationBuilder().AddInMemoryCollection(settings).Build()));

        Assert.That(shop.Services.GetServices<IHostedService>().OfType<PollingService>().Count(), Is.EqualTo(2));
        var options = shop.Services.GetRequiredService<IOptionsMonitor<NotificationPollingOptions>>();
        Assert.That((options.Get("teas").Source, options.Get("pots").Source), Is.EqualTo((NotificationSource.Polling, NotificationSource.History)));
    }

    [Test]
    public void Start_WithoutInbox_ThrowsWithMethodToCall() => RefusesToStart(
        services => services.AddSingleton<CheckoutClient>(_service).AddNotificationHandler<NoHandler>(),
        Throws.InvalidOperationException.With.Message.Contains("services.AddNotificationInbox(dataSource)"));

    [Test]
    public void Start_WithoutHandler_ThrowsWithMethodToCall() => RefusesToStart(
        services => services.AddSingleton<CheckoutClient>(_service).AddNotificationInbox(),
        Throws.InvalidOperationException.With.Message.Contains("services.AddNotificationHandler<THandler>()"));

    [Test]
    public void Start_WithoutMerchant_ThrowsWithMethodToCall() => RefusesToStart(
        services => services.AddNotificationHandler<NoHandler>().AddNotificationInbox().AddNotificationPolling("south"),
        Throws.InvalidOperationException.With.Message.Contains("services.AddGoogleCheckout(\"south\", ...)").Or.Message.Contains("services.AddGoogleCheckout(...)"));

    [Test]
    public void Start_InvalidOptions_ThrowsWithEach() => RefusesToStart(
        services => services.AddSingleton<CheckoutClient>(_service).AddNotificationHandler<NoHandler>().AddNotificationInbox().AddNotificationPolling(options =>
        {
            options.Source = (NotificationSource)7;
            options.Interval = TimeSpan.Zero;
            options.MaxRetryDelay = TimeSpan.FromDays(21);
            options.LookBack = TimeSpan.FromDays(180);
        }),
        Throws.TypeOf<OptionsValidationException>().With.Message.Contains("Source is not a defined").And.Message.Contains("Interval must be").And.Message.Contains("MaxRetryDelay must be").And.Message.Contains("LookBack must be at least 35 minutes and at most 179 days"));

    [Test]
    public void Validate_History_Allows449Days()
    {
        var validator = new NotificationPollingOptionsValidator();
        var options = new NotificationPollingOptions { Source = NotificationSource.History, LookBack = TimeSpan.FromDays(449) };

        Assert.That(validator.Validate("north", options).Succeeded, Is.True);
        options.LookBack = TimeSpan.FromMinutes(34);
        Assert.That(validator.Validate("north", options).FailureMessage, Does.Contain("NotificationPollingOptions.LookBack of merchant 'north' must be"));
    }

    private DateTimeOffset Yesterday => _clock.GetUtcNow().AddHours(-20);

    private PollingShop Open(Action<IServiceCollection>? configure = null, Handle? handle = null) => new(
        _database.Connect(),
        _clock,
        services =>
        {
            services.AddSingleton<CheckoutClient>(_service);
            services.AddNotificationPolling(options =>
            {
                options.Interval = Interval;
                options.MaxRetryDelay = MaxRetryDelay;
            });
            configure?.Invoke(services);
        },
        handle);

    private static void RefusesToStart(Action<IServiceCollection> configure, NUnit.Framework.Constraints.IResolveConstraint refusal)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Services.AddNotificationPolling();
        configure(builder.Services);
        using var host = builder.Build();
        Assert.That(() => host.StartAsync(), refusal);
    }

    private sealed class NoHandler : INotificationHandler<Notification>
    {
        public Task HandleAsync(Notification notification, NotificationContext context, CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
