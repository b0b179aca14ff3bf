namespace GoogleCheckout.Notifications;

/// <summary>An amount was charged. Schema type <c>ChargeAmountNotification</c>.</summary>
public sealed record ChargeAmountNotification : Notification
{
    /// <summary>The amount of this charge. Wire name: <c>latest-charge-amount</c>.</summary>
    public required Money LatestChargeAmount { get; init; }

    /// <summary>
    /// The total amount charged for the order; use this amount instead of adding up notifications.
    /// Wire name: <c>total-charge-amount</c>.
    /// </summary>
    public required Money TotalChargeAmount { get; init; }

    /// <summary>The service's fee; null unless the merchant's account is configured to receive it. Wire name: <c>latest-charge-fee</c>.</summary>
    public FeeStructure? LatestChargeFee { get; init; }

    /// <summary>The part of this charge that a promotion of the service paid; null if absent. Wire name: <c>latest-promotion-charge-amount</c>.</summary>
    public Money? LatestPromotionChargeAmount { get; init; }
}
