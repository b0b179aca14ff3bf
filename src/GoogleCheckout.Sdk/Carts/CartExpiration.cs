namespace GoogleCheckout.Carts;

/// <summary>The end of a cart's life. Schema type <c>CartExpiration</c>.</summary>
public sealed record CartExpiration
{
    /// <summary>When the cart can no longer be paid for, by the service's clock. Wire name: <c>good-until-date</c>.</summary>
    public required DateTimeOffset GoodUntilDate { get; init; }
}
