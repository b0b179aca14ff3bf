namespace GoogleCheckout.Orders;

/// <summary>The result of the evaluation of an order by a <see cref="ChargePolicy"/>: charge the order, or hold it.</summary>
/// <remarks>In comparisons with <c>==</c> and <c>Equals</c>, lists are compared by reference.</remarks>
public sealed record ChargeDecision
{
    /// <summary>The amount to charge or to hold; null if unknown.</summary>
    public Money? Amount { get; init; }

    /// <summary>
    /// The reasons not to charge now, each a short sentence without a period; empty if the order should be charged.
    /// They contain no buyer data, so they can be logged.
    /// </summary>
    public IReadOnlyList<string> Reasons { get; init; } = [];

    /// <summary>Whether to charge the order.</summary>
    public bool ShouldCharge => Reasons.Count == 0;

    /// <summary>Returns a summary, for example <c>charge 12.50 USD</c>, or <c>hold:</c> followed by the reasons.</summary>
    /// <returns>The summary.</returns>
    public override string ToString() => ShouldCharge ? $"charge {Amount}" : $"hold: {string.Join("; ", Reasons)}";
}
