namespace GoogleCheckout.Orders;

/// <summary>The shipping method of an order, and its cost.</summary>
public abstract record ShippingAdjustment
{
    private protected ShippingAdjustment()
    {
    }

    /// <summary>The name of the shipping method, as shown to the buyer. Wire name: <c>shipping-name</c>.</summary>
    public required string ShippingName { get; init; }

    /// <summary>The cost of shipping that the buyer pays. Wire name: <c>shipping-cost</c>.</summary>
    public required Money ShippingCost { get; init; }
}
