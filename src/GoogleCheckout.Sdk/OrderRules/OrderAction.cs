namespace GoogleCheckout.Orders;

/// <summary>An action on an order, for example a button on an order page, and whether the order allows it.</summary>
public sealed record OrderAction
{
    /// <summary>The name of the property of <see cref="OrderActions"/>, for example <c>Refund</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The reason why the order does not allow the action, as a short sentence without a period; null if it does.</summary>
    public string? DisallowedReason { get; init; }

    /// <summary>Whether the order allows the action.</summary>
    public bool IsAllowed => DisallowedReason is null;

    /// <summary>The maximum amount of a charge or refund, 0 if it is not allowed; null for other actions.</summary>
    public Money? MaxAmount { get; init; }
}
