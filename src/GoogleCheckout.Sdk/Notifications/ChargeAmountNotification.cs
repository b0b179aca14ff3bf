namespace GoogleCheckout.Notifications;

/// <summary>Money was captured. Schema type <c>ChargeAmountNotification</c>.</summary>
public sealed record ChargeAmountNotification : Notification
{
    /// <summary>What was charged this time.</summary>
    public required Money LatestChargeAmount { get; init; }

    /// <summary>What has been charged for the order in all; decide from this rather than from sums of your own.</summary>
    public required Money TotalChargeAmount { get; init; }

    /// <summary>The service's fee, where the account asks to be told.</summary>
    public FeeStructure? LatestChargeFee { get; init; }

    /// <summary>How much of this charge a promotion of the service paid.</summary>
    public Money? LatestPromotionChargeAmount { get; init; }
}
