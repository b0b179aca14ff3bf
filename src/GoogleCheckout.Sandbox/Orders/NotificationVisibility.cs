using GoogleCheckout.Notifications;

namespace GoogleCheckout.Sandbox.Orders;

/// <summary>What of an event a merchant's account is told: less before version 2.5 of the API.</summary>
internal sealed class NotificationVisibility(MerchantPolicy policy)
{
    /// <summary>The outcome as the merchant may know it.</summary>
    /// <param name="before">The order before the event.</param>
    /// <param name="outcome">What came of it.</param>
    public OrderOutcome.Applied Filter(Order before, OrderOutcome.Applied outcome) => policy.ApiVersion == ApiVersion.Version25
        ? outcome
        : outcome with
        {
            Notifications = [.. outcome.Notifications.Where(notification => IsVisible(before, notification)).Select(notification => notification with { OrderSummary = null })],
        };

    // One authorization that a command asked for is told in every version.
    private static bool IsVisible(Order before, Notification notification) =>
        notification is not AuthorizationAmountNotification || before.Authorization is not null || before.RequestsInitialAuthorization;
}
