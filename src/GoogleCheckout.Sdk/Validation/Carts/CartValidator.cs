using GoogleCheckout.Validation.Carts;

namespace GoogleCheckout.Carts;

/// <summary>Finds the errors of a cart before it is sent.</summary>
public static class CartValidator
{
    /// <summary>
    /// Returns everything that is wrong with a cart, in document order: errors, and warnings (<see cref="CartValidationError.IsWarning"/>). What depends on the account is not checked: use
    /// <see cref="Validate(CheckoutShoppingCart, CheckoutOptions)"/>, as <see cref="CheckoutClient.CheckoutAsync(CheckoutShoppingCart, CancellationToken)"/> does before it sends a cart.
    /// </summary>
    /// <param name="cart">The cart to check.</param>
    /// <returns>The errors and warnings; empty if there are none.</returns>
    /// <exception cref="ArgumentNullException">The cart is null.</exception>
    public static IReadOnlyList<CartValidationError> Validate(this CheckoutShoppingCart cart) => CartContentValidator.Validate(cart ?? throw new ArgumentNullException(nameof(cart)), account: null);

    /// <summary>
    /// Returns everything that is wrong with a cart for an account, in document order. Also checks that a donation is not shipped, that
    /// production calls the merchant by https only, and that the cart has not expired.
    /// </summary>
    /// <param name="cart">The cart to check.</param>
    /// <param name="account">The account: its <see cref="CheckoutOptions.Donations"/>, <see cref="CheckoutOptions.Environment"/> and clock are used.</param>
    /// <returns>The errors and warnings; empty if there are none.</returns>
    /// <exception cref="ArgumentNullException">The cart or the account is null.</exception>
    public static IReadOnlyList<CartValidationError> Validate(this CheckoutShoppingCart cart, CheckoutOptions account) =>
        CartContentValidator.Validate(cart ?? throw new ArgumentNullException(nameof(cart)), account ?? throw new ArgumentNullException(nameof(account)));

    /// <summary>Returns the cart if it has no errors. Warnings are ignored.</summary>
    /// <exception cref="CartValidationException">The cart has errors.</exception>
    internal static CheckoutShoppingCart EnsureValid(CheckoutShoppingCart cart, CheckoutOptions account, string parameter)
    {
        var found = cart.Validate(account);
        return found.Count == 0 || found.All(error => error.IsWarning) ? cart : throw new CartValidationException([.. found.Where(error => !error.IsWarning)], parameter);
    }
}
