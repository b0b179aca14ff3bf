namespace GoogleCheckout.Carts;

/// <summary>How the service rounds tax to two decimals. Schema type <c>RoundingPolicy</c>.</summary>
public sealed record RoundingPolicy
{
    /// <summary>In which direction.</summary>
    public required RoundingMode Mode { get; init; }

    /// <summary>Each line by itself, or their total.</summary>
    public required RoundingRule Rule { get; init; }
}
