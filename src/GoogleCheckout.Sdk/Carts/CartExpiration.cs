namespace GoogleCheckout.Carts;

/// <summary>The expiration of a cart. Schema type <c>CartExpiration</c>.</summary>
public sealed record CartExpiration
{
    /// <summary>The time, by the service's clock, after which the buyer can no longer pay for the cart. Wire name: <c>good-until-date</c>.</summary>
    public required DateTimeOffset GoodUntilDate { get; init; }
}
