namespace GoogleCheckout.Calculations;

/// <summary>
/// The shop's answer to a <see cref="MerchantCalculationCallback"/>. Where it is late or incomplete the service goes by
/// the prices and rates of the cart, without the codes. Schema type <c>MerchantCalculationResults</c>.
/// </summary>
public sealed record MerchantCalculationResults : CheckoutMessage
{
    /// <summary>
    /// One for each address and way of shipping asked about; one for each address where no way of shipping was.
    /// Wire name: <c>results/result</c>.
    /// </summary>
    public IReadOnlyList<Result> Results { get; init; } = [];
}
