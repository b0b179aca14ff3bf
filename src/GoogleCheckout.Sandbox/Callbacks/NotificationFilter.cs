using GoogleCheckout.Notifications;

namespace GoogleCheckout.Sandbox.Callbacks;

/// <summary>The account's setting to push only those notifications that no response to a command contains.</summary>
internal static class NotificationFilter
{
    /// <summary>Returns whether an account with the setting gets the notification.</summary>
    // The surviving list of the protocol ends after the first two. The other two are never caused by a command.
    public static bool Passes(Notification notification) =>
        notification is NewOrderNotification or AuthorizationAmountNotification or ChargebackAmountNotification or CancelledSubscriptionNotification;
}
