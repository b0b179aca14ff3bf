namespace GoogleCheckout.Carts;

/// <summary>A way of shipping that the buyer may choose.</summary>
public abstract record ShippingMethod
{
    private protected ShippingMethod()
    {
    }
}
