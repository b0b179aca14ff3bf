namespace GoogleCheckout.Carts;

/// <summary>A cart that was not sent because it is faulty. The message names the first faults, <see cref="Errors"/> has all.</summary>
public sealed class CartValidationException : ArgumentException
{
    private const int MaxErrorsInMessage = 10;

    /// <summary>Makes an exception for a cart.</summary>
    /// <param name="errors">What is wrong with it, as <see cref="CartValidator.Validate(CheckoutShoppingCart)"/> gives it.</param>
    /// <param name="paramName">The parameter the cart came in.</param>
    public CartValidationException(IReadOnlyList<CartValidationError> errors, string? paramName = null)
        : base(MessageOf(errors ?? throw new ArgumentNullException(nameof(errors))), paramName) => Errors = errors;

    /// <summary>Everything that is wrong, in the order of the document.</summary>
    public IReadOnlyList<CartValidationError> Errors { get; }

    private static string MessageOf(IReadOnlyList<CartValidationError> faults)
    {
        var named = string.Join("; ", faults.Take(MaxErrorsInMessage));
        var others = faults.Count > MaxErrorsInMessage ? FormattableString.Invariant($"; and {faults.Count - MaxErrorsInMessage} more") : string.Empty;
        return FormattableString.Invariant($"The cart was not sent, {faults.Count} of its values are faulty: {named}{others}.");
    }
}
