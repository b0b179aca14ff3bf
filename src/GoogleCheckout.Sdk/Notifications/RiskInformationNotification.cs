using GoogleCheckout.Orders;

namespace GoogleCheckout.Notifications;

/// <summary>The service has checked the buyer's payment. Schema type <c>RiskInformationNotification</c>.</summary>
public sealed record RiskInformationNotification : Notification
{
    /// <summary>What it found; null where the message did not say. Wire name: <c>risk-information</c>.</summary>
    public RiskInformation? RiskInformation { get; init; }
}
