namespace GoogleCheckout.Calculations;

/// <summary>An error or omission in calculation results. The service ignores the value that it concerns, not the others. Contains no codes and no other buyer data.</summary>
public sealed record MerchantCalculationIssue
{
    /// <summary>The path of the element, for example <c>results/result[@address-id='7' and @shipping-name='Parcel']/total-tax</c>.</summary>
    public required string Path { get; init; }

    /// <summary>The error, as the end of a sentence that begins with the path.</summary>
    public required string Reason { get; init; }

    /// <summary>Returns the path and the reason as one sentence.</summary>
    /// <returns>The sentence.</returns>
    public override string ToString() => $"{Path} {Reason}.";
}
