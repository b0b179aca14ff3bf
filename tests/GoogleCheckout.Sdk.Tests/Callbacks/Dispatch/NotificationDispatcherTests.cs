using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using NUnit.Framework;

namespace GoogleCheckout.Notifications;

/// <summary>Dispatching one notification: the handler's arguments, log entries and activities.</summary>
public class NotificationDispatcherTests
{
    [Test]
    public async Task DispatchAsync_HandlerFinishes_AcknowledgesTheSerialNumber()
    {
        var done = new TaskCompletionSource();
        await using var services = Services((_, _, _) => done.Task);
        var dispatcher = services.GetRequiredService<NotificationDispatcher>();

        var acknowledgment = dispatcher.DispatchAsync(SampleNotifications.Charge);
        Assert.That(acknowledgment.IsCompleted, Is.False, "the handler is at work");
        done.SetResult();

        Assert.That((await acknowledgment).SerialNumber, Is.EqualTo("charge-1"));
    }

    [Test]
    public async Task DispatchAsync_Always_PassesContextAndToken()
    {
        NotificationContext? seen = null;
        var token = CancellationToken.None;
        await using var services = Services((_, context, cancellationToken) =>
        {
            (seen, token) = (context, cancellationToken);
            return Task.CompletedTask;
        });
        using var stop = new CancellationTokenSource();
        var context = new NotificationContext(SampleNotifications.Charge, "teas", deliveryAttempt: 3);

        await services.GetRequiredService<NotificationDispatcher>().DispatchAsync(SampleNotifications.Charge, context, stop.Token);

        Assert.Multiple(() =>
        {
            Assert.That(seen, Is.SameAs(context));
            Assert.That(token, Is.EqualTo(stop.Token));
            Assert.That((context.Merchant, context.SerialNumber, context.DeliveryAttempt, context.Transaction), Is.EqualTo(("teas", "charge-1", (int?)3, (System.Data.Common.DbTransaction?)null)));
            Assert.That(context.OriginalXml.ToArray(), Is.EqualTo(SampleNotifications.Charge.OriginalXml.ToArray()));
        });
    }

    [Test]
    public async Task DispatchAsync_HandlerThrows_RethrowsAndMarksTheActivity()
    {
        var activities = new ConcurrentQueue<Activity>();
        using var listener = Listen(activities);
        await using var services = Services((_, _, _) => throw new InvalidDataException("An error message with the buyer's data."));

        Assert.That(async () => await services.GetRequiredService<NotificationDispatcher>().DispatchAsync(SampleNotifications.Refund), Throws.TypeOf<InvalidDataException>());

        var activity = activities.Single(each => (string?)each.GetTagItem("googlecheckout.serial_number") == "refund-1");
        Assert.That((activity.Status, activity.StatusDescription), Is.EqualTo((ActivityStatusCode.Error, nameof(InvalidDataException))), "the message may contain personal data");
    }

    [Test]
    public async Task DispatchAsync_WithoutHandler_LogsAndAcknowledges()
    {
        var log = new FakeLogCollector();
        await using var services = new ServiceCollection()
            .AddLogging(logging => logging.AddCollector(log))
            .AddSingleton<Func<Notification, NotificationContext, CancellationToken, Task>>((_, _, _) => Task.CompletedTask)
            .AddNotificationHandler<ChargeOnly>()
            .BuildServiceProvider();
        var dispatcher = services.GetRequiredService<NotificationDispatcher>();

        var acknowledgment = await dispatcher.DispatchAsync(SampleNotifications.Unknown);
        await dispatcher.DispatchAsync(SampleNotifications.Refund);

        Assert.That(acknowledgment.SerialNumber, Is.EqualTo("unknown-1"));
        Assert.That(log.GetSnapshot().Select(line => (line.Level, line.Id.Id)), Is.EqualTo(new[] { (LogLevel.Information, 601), (LogLevel.Information, 601) }));
        Assert.That(log.GetSnapshot().Select(line => line.GetText()), Is.EqualTo(new[]
        {
            "No handler is registered for surprise-notification; it is acknowledged and counts as handled. Register INotificationHandler<Notification> to handle all kinds without a handler",
            "No handler is registered for RefundAmountNotification; it is acknowledged and counts as handled. Register INotificationHandler<Notification> to handle all kinds without a handler",
        }));
    }

    [Test]
    public async Task DispatchAsync_WithoutHandler_LogsEachKindOnceAtInformation()
    {
        var log = new FakeLogCollector();
        await using var services = new ServiceCollection()
            .AddLogging(logging => logging.AddCollector(log).SetMinimumLevel(LogLevel.Debug))
            .AddSingleton<Func<Notification, NotificationContext, CancellationToken, Task>>((_, _, _) => Task.CompletedTask)
            .AddNotificationHandler<ChargeOnly>()
            .BuildServiceProvider();
        var dispatcher = services.GetRequiredService<NotificationDispatcher>();

        foreach (var notification in new[] { SampleNotifications.Refund, SampleNotifications.Unknown, SampleNotifications.Refund, SampleNotifications.Unknown, SampleNotifications.Refund })
        {
            await dispatcher.DispatchAsync(notification);
        }

        Assert.That(
            log.GetSnapshot().Where(entry => entry.Id.Id == 601).Select(entry => entry.Level),
            Is.EqualTo(new[] { LogLevel.Information, LogLevel.Information, LogLevel.Debug, LogLevel.Debug, LogLevel.Debug }));
    }

    [Test]
    public async Task DispatchAsync_WithoutHandler_AnotherContainerLogsAgain()
    {
        var log = new FakeLogCollector();
        for (var i = 0; i < 2; i++)
        {
            await using var services = new ServiceCollection()
                .AddLogging(logging => logging.AddCollector(log))
                .AddSingleton<Func<Notification, NotificationContext, CancellationToken, Task>>((_, _, _) => Task.CompletedTask)
                .AddNotificationHandler<ChargeOnly>()
                .BuildServiceProvider();
            await services.GetRequiredService<NotificationDispatcher>().DispatchAsync(SampleNotifications.Refund);
        }

        Assert.That(log.GetSnapshot().Select(entry => entry.Level), Is.EqualTo(new[] { LogLevel.Information, LogLevel.Information }));
    }

    [Test]
    public async Task DispatchAsync_HandlerLogs_ScopeHasNotificationOrderAndMerchant()
    {
        var log = new FakeLogCollector();
        await using var services = new ServiceCollection().AddLogging(logging => logging.AddCollector(log)).AddNotificationHandler<LoggingHandler>().BuildServiceProvider();

        await services.GetRequiredService<NotificationDispatcher>().DispatchAsync(SampleNotifications.Charge, "teas");

        Assert.That(log.GetSnapshot().Single().Scopes.OfType<IEnumerable<KeyValuePair<string, object?>>>().SelectMany(scope => scope), Is.SupersetOf(new KeyValuePair<string, object?>[]
        {
            new("SerialNumber", "charge-1"),
            new("OrderNumber", "841171949013218"),
            new("Merchant", "teas"),
        }));
    }

    [Test]
    public async Task DispatchAsync_ActivityListener_ReceivesNoBuyerData()
    {
        var activities = new ConcurrentQueue<Activity>();
        using var listener = Listen(activities);
        await using var services = Services((_, _, _) => Task.CompletedTask);

        await services.GetRequiredService<NotificationDispatcher>().DispatchAsync(SampleNotifications.Risk, "teas");

        var activity = activities.Single(each => (string?)each.GetTagItem("googlecheckout.serial_number") == "risk-1");
        Assert.Multiple(() =>
        {
            Assert.That((activity.OperationName, activity.Kind, activity.Status), Is.EqualTo(("notification", ActivityKind.Consumer, ActivityStatusCode.Ok)));
            Assert.That(activity.TagObjects, Is.EquivalentTo(new KeyValuePair<string, object?>[]
            {
                new("googlecheckout.notification", "RiskInformationNotification"),
                new("googlecheckout.serial_number", "risk-1"),
                new("googlecheckout.order_number", "841171949013218"),
                new("googlecheckout.merchant", "teas"),
            }));
        });
    }

    private static ServiceProvider Services(Func<Notification, NotificationContext, CancellationToken, Task> handle) =>
        new ServiceCollection().AddSingleton(handle).AddNotificationHandler<DelegateNotificationHandler>().BuildServiceProvider();

    private static ActivityListener Listen(ConcurrentQueue<Activity> activities)
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "GoogleCheckout.Sdk",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activities.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }

    private sealed class ChargeOnly : INotificationHandler<ChargeAmountNotification>
    {
        public Task HandleAsync(ChargeAmountNotification notification, NotificationContext context, CancellationToken cancellationToken) => Task.CompletedTask;
    }

    private sealed class LoggingHandler(ILogger<LoggingHandler> logger) : INotificationHandler<Notification>
    {
        public Task HandleAsync(Notification notification, NotificationContext context, CancellationToken cancellationToken)
        {
            logger.Log(LogLevel.Information, default, "shipped", null, (text, _) => text);
            return Task.CompletedTask;
        }
    }
}
