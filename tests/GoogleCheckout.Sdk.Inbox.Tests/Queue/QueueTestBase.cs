using GoogleCheckout.Notifications;
using Microsoft.Extensions.Logging.Testing;
using NUnit.Framework;

namespace GoogleCheckout.Inbox.Queue;

/// <summary>A database and a clock for each test of the queue.</summary>
public abstract class QueueTestBase(DatabaseKind kind)
{
    private protected TestDatabase Database { get; private set; } = null!;

    private protected RealTimerTimeProvider Clock { get; private set; } = null!;

    private protected FakeLogCollector LogCollector { get; private set; } = null!;

    private protected List<string> Handled { get; private set; } = null!;

    [SetUp]
    public async Task CreateAsync()
    {
        Clock = new RealTimerTimeProvider();
        LogCollector = new FakeLogCollector();
        Handled = [];
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

    private protected static Task NotCalled(NotificationContext context, CancellationToken cancellationToken) =>
        throw new InvalidOperationException("The queue handles it.");

    private protected ShopNode CreateNode(Handle? handle = null, Action<NotificationInboxOptions>? configure = null) =>
        new(Database.Connect(), handle ?? RecordAsync, Clock, configure, LogCollector);

    private protected Task RecordAsync(Notification notification, NotificationContext context, CancellationToken cancellationToken)
    {
        Handled.Add(notification.SerialNumber);
        return Effects.AddAsync(context, cancellationToken);
    }
}
