namespace GoogleCheckout.Calculations;

/// <summary>
/// Calculates shipping and tax and validates codes while a buyer waits. Register it with <c>AddMerchantCalculationHandler</c>.
/// </summary>
public interface IMerchantCalculationHandler
{
    /// <summary>Calculates the response to a calculation callback.</summary>
    /// <param name="callback">The callback: the cart, the addresses, the shipping methods and the codes.</param>
    /// <param name="cancellationToken">
    /// Canceled at the deadline, after which the results are no longer sent, and when the service closes the connection.
    /// </param>
    /// <returns>The results to send to the service.</returns>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    Task<MerchantCalculationResults> CalculateAsync(MerchantCalculationCallback callback, CancellationToken cancellationToken);
}
