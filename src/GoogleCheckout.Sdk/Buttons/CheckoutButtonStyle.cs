namespace GoogleCheckout.Carts;

/// <summary>What is behind a button.</summary>
public enum CheckoutButtonStyle
{
    /// <summary>White: <c>white</c>.</summary>
    White,

    /// <summary>The page shows through: <c>trans</c>.</summary>
    Transparent,
}
