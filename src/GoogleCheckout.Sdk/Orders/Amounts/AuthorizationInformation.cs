namespace GoogleCheckout.Orders;

/// <summary>What the buyer's bank has put aside for an order. Schema type <c>AuthorizationInformation</c>.</summary>
public sealed record AuthorizationInformation
{
    /// <summary>How much; null where the message did not say. Wire name: <c>authorization-amount</c>.</summary>
    public Money? AuthorizationAmount { get; init; }

    /// <summary>
    /// Until when; a later charge is possible, but not guaranteed. Null where the message did not say.
    /// Wire name: <c>authorization-expiration-date</c>.
    /// </summary>
    public DateTimeOffset? AuthorizationExpirationDate { get; init; }
}
