namespace GoogleCheckout.Notifications;

/// <summary>Money was given back to the buyer. Schema type <c>RefundAmountNotification</c>.</summary>
public sealed record RefundAmountNotification : Notification
{
    /// <summary>What was refunded this time. Wire name: <c>latest-refund-amount</c>.</summary>
    public required Money LatestRefundAmount { get; init; }

    /// <summary>
    /// What has been refunded for the order in all; decide from this rather than from sums of your own.
    /// Wire name: <c>total-refund-amount</c>.
    /// </summary>
    public required Money TotalRefundAmount { get; init; }

    /// <summary>
    /// How much of its fee the service gives back, where the account asks to be told.
    /// Wire name: <c>latest-fee-refund-amount</c>.
    /// </summary>
    public Money? LatestFeeRefundAmount { get; init; }

    /// <summary>How much of this refund goes to a promotion of the service. Wire name: <c>latest-promotion-refund-amount</c>.</summary>
    public Money? LatestPromotionRefundAmount { get; init; }
}
