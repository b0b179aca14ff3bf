namespace GoogleCheckout.Carts;

/// <summary>The background of a <see cref="CheckoutButton"/>.</summary>
public enum CheckoutButtonStyle
{
    /// <summary>White: <c>white</c>.</summary>
    White,

    /// <summary>Transparent: <c>trans</c>.</summary>
    Transparent,
}
