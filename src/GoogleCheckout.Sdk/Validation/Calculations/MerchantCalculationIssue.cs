namespace GoogleCheckout.Calculations;

/// <summary>Something in an answer that the service would not go by. It holds no code and nothing else of the buyer's.</summary>
public sealed record MerchantCalculationIssue
{
    /// <summary>Where, such as <c>results/result[@address-id='7' and @shipping-name='Parcel']/total-tax</c>.</summary>
    public required string Path { get; init; }

    /// <summary>What is wrong there, as the end of a sentence that the path begins.</summary>
    public required string Reason { get; init; }

    /// <summary>Path and reason in one sentence.</summary>
    public override string ToString() => $"{Path} {Reason}.";
}
