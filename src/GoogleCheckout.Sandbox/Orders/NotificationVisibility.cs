using GoogleCheckout.Notifications;

namespace GoogleCheckout.Sandbox.Orders;

/// <summary>Removes the notifications that the merchant's API version does not send: versions before 2.5 send fewer, without order summaries.</summary>
internal sealed class NotificationVisibility(MerchantPolicy policy)
{
    /// <summary>Returns the outcome with the notifications that the merchant receives.</summary>
    /// <param name="before">The order before the event.</param>
    /// <param name="outcome">The outcome of the event.</param>
    public OrderOutcome.Applied Filter(Order before, OrderOutcome.Applied outcome) => policy.ApiVersion == ApiVersion.Version25
        ? outcome
        : outcome with
        {
            Notifications = [.. outcome.Notifications.Where(notification => IsVisible(before, notification)).Select(notification => notification with { OrderSummary = null })],
        };

    // Every version reports an authorization that a command requested.
    private static bool IsVisible(Order before, Notification notification) =>
        notification is not AuthorizationAmountNotification || before.Authorization is not null || before.RequestsInitialAuthorization;
}
