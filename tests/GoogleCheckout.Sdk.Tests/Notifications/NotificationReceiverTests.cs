using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace GoogleCheckout.Notifications;

/// <summary>Through the inbox where there is one, and then to the handler.</summary>
public class NotificationReceiverTests
{
    [Test]
    public async Task ReceiveAsync_WithoutAnInbox_HandlesWhatComesHoweverOften()
    {
        var handled = 0;
        await using var services = Services((_, context, _) => Task.FromResult(handled += context.Merchant == "teas" ? 1 : 100));
        var receiver = services.GetRequiredService<NotificationReceiver>();

        Assert.That(await receiver.ReceiveAsync(Samples.Charge, "teas"), Is.True);
        Assert.That(await receiver.ReceiveAsync(Samples.Charge, "teas"), Is.True);

        Assert.That(handled, Is.EqualTo(2));
    }

    [Test]
    public async Task ReceiveAsync_WithAnInbox_HandlesInTheContextThatItGives()
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

        Assert.That(await receiver.ReceiveAsync(Samples.Charge), Is.True);
        Assert.That(seen?.DeliveryAttempt, Is.EqualTo(7));
        seen = null;
        Assert.That(await receiver.ReceiveAsync(Samples.Charge), Is.False, "it was seen before");
        Assert.That(seen, Is.Null);
    }

    [Test]
    public async Task ReceiveAsync_WhenTheHandlerThrows_PassesThatOn()
    {
        await using var services = Services((_, _, _) => throw new InvalidDataException());

        Assert.That(async () => await services.GetRequiredService<NotificationReceiver>().ReceiveAsync(Samples.Charge), Throws.TypeOf<InvalidDataException>());
    }

    private static ServiceProvider Services(Func<Notification, NotificationContext, CancellationToken, Task> handle, INotificationInbox? inbox = null)
    {
        var services = new ServiceCollection().AddSingleton(handle).AddNotificationHandler<ToldHandler>();
        return (inbox is null ? services : services.AddSingleton(inbox)).BuildServiceProvider();
    }

    private sealed class OnceInbox : INotificationInbox
    {
        private readonly HashSet<(string, string)> _seen = [];

        public async Task<bool> HandleOnceAsync(
            Notification notification, string merchant, Func<NotificationContext, CancellationToken, Task> handle, CancellationToken cancellationToken = default)
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
