namespace GoogleCheckout.Carts;

/// <summary>The size of a <see cref="CheckoutButton"/>. Some kinds do not have every size; larger sizes are then the same image.</summary>
public enum CheckoutButtonSize
{
    /// <summary>Checkout 160 × 43 pixels, buy now 121 × 44, donate 115 × 50.</summary>
    Small,

    /// <summary>Checkout 168 × 44 pixels, buy now 117 × 48, donate 115 × 50.</summary>
    Medium,

    /// <summary>Checkout 180 × 46 pixels, buy now 117 × 48, donate 115 × 50.</summary>
    Large,
}
