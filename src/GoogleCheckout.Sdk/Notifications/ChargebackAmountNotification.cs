namespace GoogleCheckout.Notifications;

/// <summary>The buyer's bank charged an amount back, and the service accepted the chargeback. Schema type <c>ChargebackAmountNotification</c>.</summary>
public sealed record ChargebackAmountNotification : Notification
{
    /// <summary>The amount of this chargeback. Wire name: <c>latest-chargeback-amount</c>.</summary>
    public required Money LatestChargebackAmount { get; init; }

    /// <summary>
    /// The total amount charged back for the order; use this amount instead of adding up notifications.
    /// Wire name: <c>total-chargeback-amount</c>.
    /// </summary>
    public required Money TotalChargebackAmount { get; init; }

    /// <summary>
    /// The part of its fee that the service refunds; null unless the merchant's account is configured to receive it.
    /// Wire name: <c>latest-fee-refund-amount</c>.
    /// </summary>
    public Money? LatestFeeRefundAmount { get; init; }

    /// <summary>
    /// The service's fee for the chargeback; null unless the merchant's account is configured to receive it.
    /// Wire name: <c>latest-chargeback-fee-amount</c>.
    /// </summary>
    public Money? LatestChargebackFeeAmount { get; init; }

    /// <summary>
    /// The part of this chargeback that applies to a promotion of the service; null if absent.
    /// Wire name: <c>latest-promotion-chargeback-amount</c>.
    /// </summary>
    public Money? LatestPromotionChargebackAmount { get; init; }
}
