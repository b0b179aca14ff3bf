namespace GoogleCheckout.Carts;

/// <summary>Base class of the shipping methods that the buyer may choose from.</summary>
public abstract record ShippingMethod
{
    private protected ShippingMethod()
    {
    }
}
