namespace GoogleCheckout.Calculations;

/// <summary>
/// Answers what the service asks while a buyer waits: shipping, tax, codes. Register it with
/// <c>AddMerchantCalculationHandler</c>.
/// </summary>
public interface IMerchantCalculationHandler
{
    /// <summary>Works the answer out.</summary>
    /// <param name="callback">The question: cart, addresses, ways of shipping, codes.</param>
    /// <param name="cancellationToken">Fires at the deadline, after which no answer is sent any more, and when the service has hung up.</param>
    Task<MerchantCalculationResults> CalculateAsync(MerchantCalculationCallback callback, CancellationToken cancellationToken);
}
