using Microsoft.Extensions.Logging.Testing;
using NUnit.Framework;

namespace GoogleCheckout.Inbox.Handlers;

/// <summary>A database, a clock and a log for each test of handlers that ignore their cancellation token.</summary>
public abstract class StuckHandlerTestBase(DatabaseKind kind)
{
    private protected static readonly TimeSpan HandlerTimeout = TimeSpan.FromMinutes(5);
    private protected static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private protected TestDatabase Database { get; private set; } = null!;

    private protected WaitReportingTimeProvider Clock { get; private set; } = null!;

    private protected FakeLogCollector LogCollector { get; private set; } = null!;

    [SetUp]
    public async Task CreateAsync()
    {
        Clock = new WaitReportingTimeProvider();
        LogCollector = new FakeLogCollector();
        Database = await TestDatabase.CreateAsync(kind);
    }

    [TearDown]
    public async Task DeleteAsync()
    {
        if (Database is not null)
        {
            await Database.DisposeAsync();
        }
    }

    private protected ShopNode CreateNode(Handle handle, Action<NotificationInboxOptions>? configure = null) => new(
        Database.Connect(),
        handle,
        Clock,
        options =>
        {
            options.HandlerTimeout = HandlerTimeout;
            configure?.Invoke(options);
        },
        LogCollector);

    /// <summary>Lets a node begin to handle the first due notification, and give up the handler.</summary>
    private protected async Task AbandonAsync(ShopNode node, StuckHandler stuck)
    {
        var attempt = node.TryNextAsync();
        await stuck.Begun;
        await PassLimitAsync();
        await attempt.WaitAsync(Patience);
    }

    /// <summary>Lets the maximum run time pass, and the time that a handler then has to end.</summary>
    private protected async Task PassLimitAsync()
    {
        Clock.Advance(HandlerTimeout);
        await PassGraceAsync();
    }

    private protected async Task PassGraceAsync()
    {
        await Clock.WhenWaitingForAsync(HandlerRunner.Grace);
        Clock.Advance(HandlerRunner.Grace);
    }

    /// <summary>Waits until the inbox has noticed the end of a handler that it gave up.</summary>
    private protected Task WhenEndedAsync(string serialNumber, string order = "order-1") => LogCollector.WaitForAsync(
        $"The handler of {Effects.Notification(serialNumber, order)}, for which the inbox no longer waited, has ended (exception: (null))").WaitAsync(Patience);
}
