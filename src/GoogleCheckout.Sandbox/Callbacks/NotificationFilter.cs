using GoogleCheckout.Notifications;
using GoogleCheckout.Sandbox.Service;

namespace GoogleCheckout.Sandbox.Callbacks;

/// <summary>The account's setting to push only those notifications that no response to a command contains.</summary>
internal sealed class NotificationFilter(INotificationSink next) : INotificationSink
{
    public void Add(Notification notification)
    {
        // The surviving list of the protocol ends after the first two. The other two are never caused by a command.
        if (notification is NewOrderNotification or AuthorizationAmountNotification or ChargebackAmountNotification or CancelledSubscriptionNotification)
        {
            next.Add(notification);
        }
    }
}
