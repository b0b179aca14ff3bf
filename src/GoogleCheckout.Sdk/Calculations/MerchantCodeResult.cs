namespace GoogleCheckout.Calculations;

/// <summary>The value of a code that the buyer entered.</summary>
public abstract record MerchantCodeResult
{
    private protected MerchantCodeResult()
    {
    }

    /// <summary>Whether the merchant accepts the code for this order. Wire name: <c>valid</c>.</summary>
    public required bool Valid { get; init; }

    /// <summary>The code as the buyer entered it. Wire name: <c>code</c>.</summary>
    public required string Code { get; init; }

    /// <summary>
    /// The discount, 0 or more; null if absent. The service applies less if the order total is less.
    /// Wire name: <c>calculated-amount</c>.
    /// </summary>
    public Money? CalculatedAmount { get; init; }

    /// <summary>The message about the code that the buyer sees, at most 255 characters; null for none. Wire name: <c>message</c>.</summary>
    public string? Message { get; init; }

    /// <summary>Returns the name of the type only: a code can be worth money, so it must not appear in logs.</summary>
    /// <returns>The name of the type.</returns>
    public sealed override string ToString() => GetType().Name;
}
