namespace GoogleCheckout.Carts;

/// <summary>How the service rounds tax to two decimals. Schema type <c>RoundingPolicy</c>.</summary>
public sealed record RoundingPolicy
{
    /// <summary>In which direction. Wire name: <c>mode</c>.</summary>
    public required RoundingMode Mode { get; init; }

    /// <summary>Each line by itself, or their total. Wire name: <c>rule</c>.</summary>
    public required RoundingRule Rule { get; init; }
}
