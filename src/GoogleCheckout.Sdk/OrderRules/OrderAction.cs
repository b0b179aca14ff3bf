namespace GoogleCheckout.Orders;

/// <summary>Something a merchant might do with an order: a button on its page.</summary>
public sealed record OrderAction
{
    /// <summary>What it is called in <see cref="OrderActions"/>, such as <c>Refund</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Why the order does not allow it, as a short sentence without its full stop; null where it does.</summary>
    public string? DisallowedReason { get; init; }

    /// <summary>Whether the order allows it.</summary>
    public bool IsAllowed => DisallowedReason is null;

    /// <summary>For what moves money, how much at most: zero where it is not allowed, null for what moves none.</summary>
    public Money? MaxAmount { get; init; }
}
