using GoogleCheckout.Notifications;

namespace GoogleCheckout.Sandbox.Callbacks;

/// <summary>The account's setting to be told by callback only what the answer to no command tells.</summary>
internal static class NotificationFilter
{
    // The list that survived ends after the first two; of the others, these two are never the work of a command.
    public static bool Passes(Notification notification) =>
        notification is NewOrderNotification or AuthorizationAmountNotification or ChargebackAmountNotification or CancelledSubscriptionNotification;
}
