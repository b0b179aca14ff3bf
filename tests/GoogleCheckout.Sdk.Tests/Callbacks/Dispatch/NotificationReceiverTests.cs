using System.Text;
using GoogleCheckout.Callbacks;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace GoogleCheckout.Notifications;

/// <summary>Passes notifications through the inbox, if there is one, to the handler.</summary>
public class NotificationReceiverTests
{
    [Test]
    public async Task ReceiveAsync_WithoutInbox_HandlesEachDelivery()
    {
        var handled = 0;
        await using var services = Services((_, context, _) => Task.FromResult(handled += context.Merchant == "teas" ? 1 : 100));
        var receiver = services.GetRequiredService<NotificationReceiver>();

        Assert.That(await receiver.ReceiveAsync(SampleNotifications.Charge, "teas"), Is.True);
        Assert.That(await receiver.ReceiveAsync(SampleNotifications.Charge, "teas"), Is.True);

        Assert.That(handled, Is.EqualTo(2));
    }

    [Test]
    public async Task ReceiveAsync_WithInbox_HandlesInTheContextOfTheInbox()
    {
        NotificationContext? seen = null;
        await using var services = Services(
            (_, context, _) =>
            {
                seen = context;
                return Task.CompletedTask;
            },
            new OnceInbox());
        var receiver = services.GetRequiredService<NotificationReceiver>();

        Assert.That(await receiver.ReceiveAsync(SampleNotifications.Charge), Is.True);
        Assert.That(seen?.DeliveryAttempt, Is.EqualTo(7));
        seen = null;
        Assert.That(await receiver.ReceiveAsync(SampleNotifications.Charge), Is.False, "it was recorded before");
        Assert.That(seen, Is.Null);
    }

    [Test]
    public async Task ReceiveAsync_HandlerThrows_Rethrows()
    {
        await using var services = Services((_, _, _) => throw new InvalidDataException());

        Assert.That(async () => await services.GetRequiredService<NotificationReceiver>().ReceiveAsync(SampleNotifications.Charge), Throws.TypeOf<InvalidDataException>());
    }

    [Test]
    public async Task ReceiveAsync_OfAClassThatReplacesTheReceiver_TakesTheCallbacks()
    {
        var receiver = new RecordingReceiver();
        var (key, site) = ("key", new ServiceCollection());
        site.AddGoogleCheckout(options => (options.MerchantId, options.MerchantKey) = ("1", key));
        site.AddNotificationHandler<DelegateNotificationHandler>().AddSingleton<NotificationReceiver>(receiver);
        await using var services = site.BuildServiceProvider();
        using var endpoint = new CallbackEndpoint(services);

        var response = await endpoint.HandleAsync(new CallbackRequest
        {
            Method = "POST",
            IsHttps = true,
            ContentType = "application/xml",
            Authorization = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"1:{key}")),
            Body = new MemoryStream(SampleNotifications.Charge.OriginalXml.ToArray()),
        });

        Assert.That((response.StatusCode, receiver.Received), Is.EqualTo((200, SampleNotifications.Charge.SerialNumber)));
    }

    [Test]
    public async Task DispatchAsync_OfAClassThatReplacesTheDispatcher_TakesWhatTheReceiverReceives()
    {
        var dispatcher = new RecordingDispatcher();
        await using var services = new ServiceCollection()
            .AddSingleton<NotificationDispatcher>(dispatcher).AddNotificationHandler<DelegateNotificationHandler>().BuildServiceProvider();

        await services.GetRequiredService<NotificationReceiver>().ReceiveAsync(SampleNotifications.Charge, "teas");

        Assert.That(dispatcher.Merchant, Is.EqualTo("teas"));
    }

    [Test]
    public void Method_ThatATestDoesNotOverride_SaysSo()
    {
        var receiver = new SilentReceiver();

        Assert.ThrowsAsync<InvalidOperationException>(() => receiver.ReceiveAsync(SampleNotifications.Charge));
    }

    [Test]
    public void NullArguments_AreRefusedAtTheCall()
    {
        using var services = Services((_, _, _) => Task.CompletedTask);
        var (receiver, dispatcher) = (services.GetRequiredService<NotificationReceiver>(), services.GetRequiredService<NotificationDispatcher>());

        Assert.Multiple(() =>
        {
            Assert.That(() => { _ = receiver.ReceiveAsync(null!); }, Throws.ArgumentNullException);
            Assert.That(() => { _ = receiver.ReceiveAsync(SampleNotifications.Charge, null!); }, Throws.ArgumentNullException);
            Assert.That(() => { _ = dispatcher.DispatchAsync(null!, new NotificationContext(SampleNotifications.Charge)); }, Throws.ArgumentNullException);
            Assert.That(() => { _ = dispatcher.DispatchAsync(SampleNotifications.Charge, null!); }, Throws.ArgumentNullException);
        });
    }

    private static ServiceProvider Services(Func<Notification, NotificationContext, CancellationToken, Task> handle, INotificationInbox? inbox = null)
    {
        var services = new ServiceCollection().AddSingleton(handle).AddNotificationHandler<DelegateNotificationHandler>();
        return (inbox is null ? services : services.AddSingleton(inbox)).BuildServiceProvider();
    }

    private sealed class RecordingReceiver : NotificationReceiver
    {
        public string? Received { get; private set; }

        public override Task<bool> ReceiveAsync(Notification notification, string merchant = "", CancellationToken cancellationToken = default)
        {
            Received = notification.SerialNumber;
            return Task.FromResult(true);
        }
    }

    private sealed class RecordingDispatcher : NotificationDispatcher
    {
        public string? Merchant { get; private set; }

        public override Task<NotificationAcknowledgment> DispatchAsync(Notification notification, NotificationContext context, CancellationToken cancellationToken = default)
        {
            Merchant = context.Merchant;
            return Task.FromResult(new NotificationAcknowledgment { SerialNumber = notification.SerialNumber });
        }
    }

    private sealed class SilentReceiver : NotificationReceiver;

    private sealed class OnceInbox : INotificationInbox
    {
        private readonly HashSet<(string, string)> _seen = [];

        public async Task<bool> HandleOnceAsync(
            Notification notification, string merchant, Func<NotificationContext, CancellationToken, Task> handle, CancellationToken cancellationToken)
        {
            if (!_seen.Add((merchant, notification.SerialNumber)))
            {
                return false;
            }

            await handle(new NotificationContext(notification, merchant, deliveryAttempt: 7), cancellationToken);
            return true;
        }
    }
}
