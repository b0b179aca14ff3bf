using GoogleCheckout.Notifications;

namespace GoogleCheckout.Sandbox.Orders;

/// <summary>What of an event a merchant's account is told: less before version 2.5 of the API.</summary>
internal sealed class NotificationVisibility(MerchantPolicy terms)
{
    /// <summary>The outcome as the merchant may know it.</summary>
    /// <param name="before">The order before the event.</param>
    /// <param name="outcome">What came of it.</param>
    public OrderOutcome.Happened Of(Order before, OrderOutcome.Happened outcome) => terms.ApiVersion == ApiVersion.Version25
        ? outcome
        : outcome with
        {
            Notifications = [.. outcome.Notifications.Where(notification => IsTold(before, notification)).Select(notification => notification with { OrderSummary = null })],
        };

    // One authorization that a command asked for is told in every version.
    private static bool IsTold(Order before, Notification notification) =>
        notification is not AuthorizationAmountNotification || before.Authorization is not null || before.WantsFirstAuthorization;
}
