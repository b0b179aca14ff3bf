namespace GoogleCheckout.Calculations;

/// <summary>
/// The merchant's response to a <see cref="MerchantCalculationCallback"/>. If the response is late or incomplete, the service uses
/// the prices and rates in the cart, without the codes. Schema type <c>MerchantCalculationResults</c>.
/// </summary>
public sealed record MerchantCalculationResults : CheckoutMessage
{
    /// <summary>
    /// One result for each address and requested shipping method; one for each address if no shipping method was requested.
    /// Wire name: <c>results/result</c>.
    /// </summary>
    public IReadOnlyList<Result> Results { get; init; } = [];
}
