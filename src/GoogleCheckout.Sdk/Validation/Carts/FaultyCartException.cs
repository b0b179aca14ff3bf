namespace GoogleCheckout.Carts;

/// <summary>A cart that was not sent because it is faulty. The message names the first faults, <see cref="Faults"/> has all.</summary>
public sealed class FaultyCartException : ArgumentException
{
    private const int MostInMessage = 10;

    /// <summary>Makes an exception for a cart.</summary>
    /// <param name="faults">What is wrong with it, as <see cref="CartValidator.Validate(CheckoutShoppingCart)"/> gives it.</param>
    /// <param name="paramName">The parameter the cart came in.</param>
    public FaultyCartException(IReadOnlyList<CartFault> faults, string? paramName = null)
        : base(MessageOf(faults ?? throw new ArgumentNullException(nameof(faults))), paramName) => Faults = faults;

    /// <summary>Everything that is wrong, in the order of the document.</summary>
    public IReadOnlyList<CartFault> Faults { get; }

    private static string MessageOf(IReadOnlyList<CartFault> faults)
    {
        var named = string.Join("; ", faults.Take(MostInMessage));
        var others = faults.Count > MostInMessage ? FormattableString.Invariant($"; and {faults.Count - MostInMessage} more") : string.Empty;
        return FormattableString.Invariant($"The cart was not sent, {faults.Count} of its values are faulty: {named}{others}.");
    }
}
