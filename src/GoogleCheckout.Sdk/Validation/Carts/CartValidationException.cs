namespace GoogleCheckout.Carts;

/// <summary>Thrown if a cart was not sent because it is not valid. The message contains the first ten errors; <see cref="Errors"/> contains all.</summary>
public sealed class CartValidationException : ArgumentException
{
    private const int MaxErrorsInMessage = 10;

    /// <summary>Creates an exception for a cart.</summary>
    /// <param name="errors">The errors, as <see cref="CartValidator.Validate(CheckoutShoppingCart)"/> returns them.</param>
    /// <param name="paramName">The name of the parameter that contains the cart; null if there is none.</param>
    /// <exception cref="ArgumentNullException"><paramref name="errors"/> is null.</exception>
    public CartValidationException(IReadOnlyList<CartValidationError> errors, string? paramName = null)
        : base(FormatMessage(errors ?? throw new ArgumentNullException(nameof(errors))), paramName) => Errors = errors;

    /// <summary>All errors, in document order.</summary>
    public IReadOnlyList<CartValidationError> Errors { get; }

    private static string FormatMessage(IReadOnlyList<CartValidationError> errors)
    {
        var first = string.Join("; ", errors.Take(MaxErrorsInMessage));
        var others = errors.Count > MaxErrorsInMessage ? FormattableString.Invariant($"; and {errors.Count - MaxErrorsInMessage} more") : string.Empty;
        return FormattableString.Invariant($"The cart was not sent. Errors found: {errors.Count}. {first}{others}.");
    }
}
