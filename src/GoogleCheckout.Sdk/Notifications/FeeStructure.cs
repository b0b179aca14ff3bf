namespace GoogleCheckout.Notifications;

/// <summary>What the service takes for a charge. Real messages left out the currency. Schema type <c>FeeStructure</c>.</summary>
public sealed record FeeStructure
{
    /// <summary>The fee in all: the percentage of the charge and the flat part. Wire name: <c>total</c>.</summary>
    public required Money Total { get; init; }

    /// <summary>The variable part in percent, such as 2.9; not a fraction. Wire name: <c>percentage</c>.</summary>
    public required decimal Percentage { get; init; }

    /// <summary>The flat part. Wire name: <c>flat</c>.</summary>
    public required Money Flat { get; init; }
}
