using GoogleCheckout.Orders;

namespace GoogleCheckout.Notifications;

/// <summary>The service completed its checks of the buyer's payment. Schema type <c>RiskInformationNotification</c>.</summary>
public sealed record RiskInformationNotification : Notification
{
    /// <summary>The results of the checks; null if absent. Wire name: <c>risk-information</c>.</summary>
    public RiskInformation? RiskInformation { get; init; }
}
