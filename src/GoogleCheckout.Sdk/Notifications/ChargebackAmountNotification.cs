namespace GoogleCheckout.Notifications;

/// <summary>The buyer's bank took money back, and the service agreed. Schema type <c>ChargebackAmountNotification</c>.</summary>
public sealed record ChargebackAmountNotification : Notification
{
    /// <summary>What was taken back this time. Wire name: <c>latest-chargeback-amount</c>.</summary>
    public required Money LatestChargebackAmount { get; init; }

    /// <summary>
    /// What has been taken back for the order in all; decide from this rather than from sums of your own.
    /// Wire name: <c>total-chargeback-amount</c>.
    /// </summary>
    public required Money TotalChargebackAmount { get; init; }

    /// <summary>
    /// How much of its fee the service gives back, where the account asks to be told.
    /// Wire name: <c>latest-fee-refund-amount</c>.
    /// </summary>
    public Money? LatestFeeRefundAmount { get; init; }

    /// <summary>
    /// What the service takes for the chargeback, where the account asks to be told.
    /// Wire name: <c>latest-chargeback-fee-amount</c>.
    /// </summary>
    public Money? LatestChargebackFeeAmount { get; init; }

    /// <summary>
    /// How much of this chargeback goes to a promotion of the service.
    /// Wire name: <c>latest-promotion-chargeback-amount</c>.
    /// </summary>
    public Money? LatestPromotionChargebackAmount { get; init; }
}
