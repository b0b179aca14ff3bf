namespace GoogleCheckout.Notifications;

/// <summary>The service's fee for a charge. Real messages omit the currency. Schema type <c>FeeStructure</c>.</summary>
public sealed record FeeStructure
{
    /// <summary>The total fee: the percentage of the charge plus the flat part. Wire name: <c>total</c>.</summary>
    public required Money Total { get; init; }

    /// <summary>The variable part in percent, for example 2.9; not a fraction. Wire name: <c>percentage</c>.</summary>
    public required decimal Percentage { get; init; }

    /// <summary>The flat part of the fee. Wire name: <c>flat</c>.</summary>
    public required Money Flat { get; init; }
}
