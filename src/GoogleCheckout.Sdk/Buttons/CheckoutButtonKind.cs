namespace GoogleCheckout.Carts;

/// <summary>The action of a <see cref="CheckoutButton"/>.</summary>
public enum CheckoutButtonKind
{
    /// <summary>Check out with a cart: <c>checkout.gif</c>.</summary>
    Checkout,

    /// <summary>Buy a single product immediately: <c>buy.gif</c>.</summary>
    BuyNow,

    /// <summary>Donate to a nonprofit organization: <c>donateNow.gif</c>.</summary>
    Donate,
}
