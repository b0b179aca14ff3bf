namespace GoogleCheckout.Carts;

/// <summary>What a button invites to.</summary>
public enum CheckoutButtonKind
{
    /// <summary>To check out with a cart: <c>checkout.gif</c>.</summary>
    Checkout,

    /// <summary>To buy one thing right away: <c>buy.gif</c>.</summary>
    BuyNow,

    /// <summary>To give to a non-profit organisation: <c>donateNow.gif</c>.</summary>
    Donate,
}
