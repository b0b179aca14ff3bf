namespace GoogleCheckout.Calculations;

/// <summary>What a code is worth that the buyer entered.</summary>
public abstract record MerchantCodeResult
{
    private protected MerchantCodeResult()
    {
    }

    /// <summary>Whether the shop takes the code for this order. Wire name: <c>valid</c>.</summary>
    public required bool Valid { get; init; }

    /// <summary>The code as the buyer wrote it. Wire name: <c>code</c>.</summary>
    public required string Code { get; init; }

    /// <summary>
    /// What the code takes off, 0 or more. The service takes off less where less is left to pay.
    /// Wire name: <c>calculated-amount</c>.
    /// </summary>
    public Money? CalculatedAmount { get; init; }

    /// <summary>What the buyer is told about the code; the service wanted at most 255 characters. Wire name: <c>message</c>.</summary>
    public string? Message { get; init; }

    /// <summary>The type's name only: a code that may be worth money belongs in no log.</summary>
    public sealed override string ToString() => GetType().Name;
}
