using GoogleCheckout.Calculations;
using GoogleCheckout.Carts;

namespace GoogleCheckout.Sandbox.Calculations;

/// <summary>The merchant's results for the shipping address.</summary>
/// <param name="calculation">The callback and its result.</param>
/// <param name="accepted">The kinds of codes that the cart accepts.</param>
/// <param name="missingTaxIsZero">Whether a result without a tax means a tax of 0.</param>
internal sealed class MerchantCalculationResponse(SandboxCalculation calculation, MerchantCalculations accepted, bool missingTaxIsZero)
{
    private readonly MerchantCalculationCallback _callback = calculation.Callback;

    /// <summary>Whether the callback requested the tax.</summary>
    public bool IncludesTax => _callback.Calculate.Tax == true;

    /// <summary>Returns what counts of the result for a shipping option; null if there is none, even if there are results for other options.</summary>
    /// <param name="option">The shipping option; null for an order without shipping.</param>
    public Result? FindResult(ShippingOption? option)
    {
        var calculate = _callback.Calculate;
        var shippingName = option is { IsMerchantCalculated: true } ? option.Name : null;
        var callback = _callback with
        {
            Calculate = calculate with
            {
                Addresses = [calculate.Addresses[0]],
                Shipping = [.. calculate.Shipping.Where(method => method.Name == shippingName)],
            },
        };
        var results = calculation.Results ?? new MerchantCalculationResults();
        var found = MerchantCalculationValidator.GetAccepted(callback, results, accepted).SingleOrDefault();
        return found is null || missingTaxIsZero || results.Results.Any(result => IsFor(result, found) && result.TotalTax is not null)
            ? found
            : found with { TotalTax = null };
    }

    private static bool IsFor(Result result, Result found) => result.AddressId == found.AddressId && (result.ShippingName ?? string.Empty) == (found.ShippingName ?? string.Empty);
}
