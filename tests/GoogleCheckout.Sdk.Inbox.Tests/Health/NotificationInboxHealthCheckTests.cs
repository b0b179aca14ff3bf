using System.Data.Common;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using NUnit.Framework;

namespace GoogleCheckout.Inbox.Health;

[TestFixture(DatabaseKind.PostgreSql)]
[TestFixture(DatabaseKind.MariaDb)]
[TestFixture(DatabaseKind.Sqlite)]
public sealed class NotificationInboxHealthCheckTests(DatabaseKind kind)
{
    private TestDatabase _database = null!;
    private RealTimerTimeProvider _clock = null!;

    [SetUp]
    public async Task CreateAsync()
    {
        _clock = new RealTimerTimeProvider();
        _database = await TestDatabase.CreateAsync(kind);
    }

    [TearDown]
    public async Task DeleteAsync()
    {
        if (_database is not null)
        {
            await _database.DisposeAsync();
        }
    }

    [Test]
    public async Task Check_EmptyInbox_IsHealthy()
    {
        await using var node = CreateNode();

        var result = await CheckAsync(node);

        Assert.That((result.Status, result.Data["Waiting"], result.Data["OldestWait"], result.Data["DeadLetters"]), Is.EqualTo((HealthStatus.Healthy, (object)0L, (object)TimeSpan.Zero, (object)0L)));
    }

    [Test]
    public async Task Check_NotificationWaitsForLongerThanAllowed_IsDegradedUntilItIsHandled()
    {
        await using var node = CreateNode(options => options.MaxHealthyWait = TimeSpan.FromMinutes(2));
        await node.StoreAsync(Effects.Notification("1"));
        _clock.Advance(TimeSpan.FromMinutes(1));
        await node.StoreAsync(Effects.Notification("2", "order-2"));
        var early = await CheckAsync(node);

        _clock.Advance(TimeSpan.FromMinutes(2));
        var late = await CheckAsync(node);
        await node.DrainAsync();
        var handled = await CheckAsync(node);

        Assert.Multiple(() =>
        {
            Assert.That((early.Status, late.Status, handled.Status), Is.EqualTo((HealthStatus.Healthy, HealthStatus.Degraded, HealthStatus.Healthy)));
            Assert.That((late.Data["Waiting"], handled.Data["Waiting"]), Is.EqualTo(((object)2L, (object)0L)));
            Assert.That((TimeSpan)late.Data["OldestWait"], Is.EqualTo(TimeSpan.FromMinutes(3)).Within(TimeSpan.FromMilliseconds(1)));
            Assert.That(late.Description, Does.Contain("MaxHealthyWait is 00:02:00").And.Not.Contain("order-"));
        });
    }

    [TestCase(0, HealthStatus.Degraded)]
    [TestCase(1, HealthStatus.Healthy)]
    public async Task Check_DeadLetter_IsDegradedIfNoneIsAllowed(int allowed, HealthStatus status)
    {
        await using var node = CreateNode(options => (options.MaxAttempts, options.MaxHealthyDeadLetters) = (1, allowed), (_, _, _) => throw new NotSupportedException("Elm Street 5"));
        await node.StoreAsync(Effects.Notification("1"));
        await node.DrainAsync();

        var result = await CheckAsync(node);
        await node.DeadLetters.DiscardAsync("1");
        var discarded = await CheckAsync(node);

        Assert.Multiple(() =>
        {
            Assert.That((result.Status, result.Data["DeadLetters"], discarded.Status), Is.EqualTo((status, (object)1L, HealthStatus.Healthy)));
            Assert.That(result.Description, Does.Not.Contain("Elm Street"));
        });
    }

    [Test]
    public async Task Check_HandlerRuns_DoesNotWaitForIt()
    {
        ShopNode node = null!;
        HealthCheckResult? result = null;
        await using (node = CreateNode(handle: async (_, context, cancellationToken) =>
        {
            await Effects.AddAsync(context, cancellationToken);
            result = await CheckAsync(node).WaitAsync(TimeSpan.FromSeconds(30), cancellationToken);
        }))
        {
            await node.StoreAsync(Effects.Notification("1"));
            await node.DrainAsync();
        }

        Assert.That((result?.Status, result?.Data["Waiting"]), Is.EqualTo((HealthStatus.Healthy, (object)1L)));
    }

    [Test]
    public async Task Check_TablesAreMissing_HasTheFailureStatusAndTheException()
    {
        await _database.ExecuteAsync("DROP TABLE google_checkout_notifications");
        await using var node = CreateNode();

        var result = await CheckAsync(node);

        Assert.That(result.Status, Is.EqualTo(HealthStatus.Unhealthy));
        Assert.That(result.Exception, Is.InstanceOf<DbException>());
    }

    [Test]
    public async Task Check_Canceled_Throws()
    {
        await using var node = CreateNode();

        Assert.That(() => node.Health.CheckHealthAsync(Context(node.Health), new CancellationToken(canceled: true)), Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public async Task Check_InMemoryInbox_IsHealthy()
    {
        await using var services = new ServiceCollection().AddNotificationInbox().BuildServiceProvider();
        var check = services.GetRequiredService<NotificationInboxHealthCheck>();

        Assert.That((await check.CheckHealthAsync(Context(check))).Status, Is.EqualTo(HealthStatus.Healthy));
        Assert.That(() => { _ = check.CheckHealthAsync(null!); }, Throws.ArgumentNullException);
    }

    private ShopNode CreateNode(Action<NotificationInboxOptions>? configure = null, Handle? handle = null) =>
        new(_database.Connect(), handle ?? ((_, context, cancellationToken) => Effects.AddAsync(context, cancellationToken)), _clock, configure);

    private static Task<HealthCheckResult> CheckAsync(ShopNode node) => node.Health.CheckHealthAsync(Context(node.Health));

    private static HealthCheckContext Context(NotificationInboxHealthCheck check) =>
        new() { Registration = new HealthCheckRegistration("inbox", check, HealthStatus.Unhealthy, tags: null) };
}
