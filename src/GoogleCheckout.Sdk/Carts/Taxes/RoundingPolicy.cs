namespace GoogleCheckout.Carts;

/// <summary>The rules by which the service rounds tax to two decimals. Schema type <c>RoundingPolicy</c>.</summary>
public sealed record RoundingPolicy
{
    /// <summary>The direction of rounding. Wire name: <c>mode</c>.</summary>
    public required RoundingMode Mode { get; init; }

    /// <summary>The amounts that are rounded: the tax of each unit or line, or the total. Wire name: <c>rule</c>.</summary>
    public required RoundingRule Rule { get; init; }
}
