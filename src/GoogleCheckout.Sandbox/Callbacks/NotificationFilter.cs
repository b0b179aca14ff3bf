using GoogleCheckout.Notifications;
using GoogleCheckout.Sandbox.Service;

namespace GoogleCheckout.Sandbox.Callbacks;

/// <summary>The account's setting to push only those notifications that no response to a command contains.</summary>
internal sealed class NotificationFilter(INotificationSink next) : INotificationSink
{
    public void Add(Notification notification)
    {
        // The list that survived ends after the first two; of the others, these two are never the work of a command.
        if (notification is NewOrderNotification or AuthorizationAmountNotification or ChargebackAmountNotification or CancelledSubscriptionNotification)
        {
            next.Add(notification);
        }
    }
}
