namespace GoogleCheckout.Orders;

/// <summary>The buyer's bank's authorization for an order. Schema type <c>AuthorizationInformation</c>.</summary>
public sealed record AuthorizationInformation
{
    /// <summary>The authorized amount; null if absent. Wire name: <c>authorization-amount</c>.</summary>
    public Money? AuthorizationAmount { get; init; }

    /// <summary>
    /// The time at which the authorization expires. A later charge is possible, but not guaranteed. Null if absent.
    /// Wire name: <c>authorization-expiration-date</c>.
    /// </summary>
    public DateTimeOffset? AuthorizationExpirationDate { get; init; }
}
