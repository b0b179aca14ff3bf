namespace GoogleCheckout.Orders;

/// <summary>Whether to charge an order, by a <see cref="ChargePolicy"/>.</summary>
/// <remarks>In comparisons with <c>==</c> and <c>Equals</c>, lists are compared by reference.</remarks>
public sealed record ChargeDecision
{
    /// <summary>What to charge, or what is held; null where not even that is known.</summary>
    public Money? Amount { get; init; }

    /// <summary>
    /// Everything that speaks against charging now, each a short sentence without its full stop; empty where nothing does.
    /// They tell of the policy and the order, not of the buyer, so they may be logged.
    /// </summary>
    public IReadOnlyList<string> Reasons { get; init; } = [];

    /// <summary>Whether to charge.</summary>
    public bool ShouldCharge => Reasons.Count == 0;

    /// <summary>Such as <c>charge 12.50 USD</c>, or <c>hold:</c> and the reasons.</summary>
    public override string ToString() => ShouldCharge ? $"charge {Amount}" : $"hold: {string.Join("; ", Reasons)}";
}
