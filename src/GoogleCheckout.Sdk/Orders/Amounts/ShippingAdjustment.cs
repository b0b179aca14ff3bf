namespace GoogleCheckout.Orders;

/// <summary>How an order is shipped, and what that costs.</summary>
public abstract record ShippingAdjustment
{
    private protected ShippingAdjustment()
    {
    }

    /// <summary>The name of the method, as the buyer saw it. Wire name: <c>shipping-name</c>.</summary>
    public required string ShippingName { get; init; }

    /// <summary>What the buyer pays for it. Wire name: <c>shipping-cost</c>.</summary>
    public required Money ShippingCost { get; init; }
}
