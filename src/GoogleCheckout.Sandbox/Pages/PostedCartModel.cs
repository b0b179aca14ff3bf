using GoogleCheckout.Carts;

namespace GoogleCheckout.Sandbox.Pages;

/// <summary>A cart that a browser posted and that was accepted, or is valid.</summary>
/// <param name="Cart">The cart.</param>
/// <param name="IsSigned">Whether the merchant signed the cart.</param>
/// <param name="RedirectUrl">The redirect URL of the stored cart; null if the cart was only checked.</param>
internal sealed record PostedCartModel(CheckoutShoppingCart Cart, bool IsSigned, string? RedirectUrl);
