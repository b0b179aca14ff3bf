using GoogleCheckout.Calculations;
using GoogleCheckout.Carts;

namespace GoogleCheckout.Sandbox.Calculations;

/// <summary>The merchant's results for the shipping address.</summary>
/// <param name="calculation">The callback and its result.</param>
/// <param name="accepted">The kinds of codes that the cart accepts.</param>
internal sealed class MerchantCalculationResponse(SandboxCalculation calculation, MerchantCalculations accepted)
{
    private readonly MerchantCalculationCallback _callback = calculation.Callback;

    /// <summary>Whether the callback requested the tax.</summary>
    public bool IncludesTax => _callback.Calculate.Tax == true;

    /// <summary>Returns the result for a shipping option; null if there is no valid one, even if the results for other options are valid.</summary>
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
        var results = new MerchantCalculationResults
        {
            Results = [.. (calculation.Results?.Results ?? []).Where(result => result.AddressId == calculate.Addresses[0].Id && result.ShippingName == shippingName)],
        };
        return MerchantCalculationValidator.Validate(callback, results, accepted).Count == 0 ? results.Results.Single() : null;
    }
}
