namespace GoogleCheckout.Carts;

/// <summary>How large a button is. Not every kind came in every size; the next larger one is taken then.</summary>
public enum CheckoutButtonSize
{
    /// <summary>Checkout 160 × 43 pixels, buy now 121 × 44, donate 115 × 50.</summary>
    Small,

    /// <summary>Checkout 168 × 44 pixels, buy now 117 × 48, donate 115 × 50.</summary>
    Medium,

    /// <summary>Checkout 180 × 46 pixels, buy now 117 × 48, donate 115 × 50.</summary>
    Large,
}
