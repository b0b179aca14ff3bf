namespace GoogleCheckout.Notifications;

/// <summary>An amount was refunded to the buyer. Schema type <c>RefundAmountNotification</c>.</summary>
public sealed record RefundAmountNotification : Notification
{
    /// <summary>The amount of this refund. Wire name: <c>latest-refund-amount</c>.</summary>
    public required Money LatestRefundAmount { get; init; }

    /// <summary>
    /// The total amount refunded for the order; use this amount instead of adding up notifications.
    /// Wire name: <c>total-refund-amount</c>.
    /// </summary>
    public required Money TotalRefundAmount { get; init; }

    /// <summary>
    /// The part of its fee that the service refunds; null unless the merchant's account is configured to receive it.
    /// Wire name: <c>latest-fee-refund-amount</c>.
    /// </summary>
    public Money? LatestFeeRefundAmount { get; init; }

    /// <summary>The part of this refund that applies to a promotion of the service; null if absent. Wire name: <c>latest-promotion-refund-amount</c>.</summary>
    public Money? LatestPromotionRefundAmount { get; init; }
}
