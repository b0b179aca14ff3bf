namespace GoogleCheckout.Notifications;

/// <summary>Money was captured. Schema type <c>ChargeAmountNotification</c>.</summary>
public sealed record ChargeAmountNotification : Notification
{
    /// <summary>What was charged this time. Wire name: <c>latest-charge-amount</c>.</summary>
    public required Money LatestChargeAmount { get; init; }

    /// <summary>
    /// What has been charged for the order in all; decide from this rather than from sums of your own.
    /// Wire name: <c>total-charge-amount</c>.
    /// </summary>
    public required Money TotalChargeAmount { get; init; }

    /// <summary>The service's fee, where the account asks to be told. Wire name: <c>latest-charge-fee</c>.</summary>
    public FeeStructure? LatestChargeFee { get; init; }

    /// <summary>How much of this charge a promotion of the service paid. Wire name: <c>latest-promotion-charge-amount</c>.</summary>
    public Money? LatestPromotionChargeAmount { get; init; }
}
