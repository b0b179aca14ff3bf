using GoogleCheckout.Calculations;
using GoogleCheckout.Carts;

namespace GoogleCheckout.Sandbox.Calculations;

/// <summary>What the merchant answered about the address the order goes to.</summary>
/// <param name="calculation">Question and answer.</param>
/// <param name="accepted">The codes that the cart accepts.</param>
internal sealed class MerchantCalculationResponse(SandboxCalculation calculation, MerchantCalculations accepted)
{
    private readonly MerchantCalculationCallback _callback = calculation.Callback;

    /// <summary>Whether the tax was asked for.</summary>
    public bool IsAboutTax => _callback.Calculate.Tax == true;

    /// <summary>What to go by for a way of shipping; null where there is nothing to go by, however good the results for others are.</summary>
    /// <param name="option">The way of shipping; null for none.</param>
    public Result? About(ShippingOption? option)
    {
        var asked = _callback.Calculate;
        var shippingName = option is { IsMerchantCalculated: true } ? option.Name : null;
        var question = _callback with
        {
            Calculate = asked with
            {
                Addresses = [asked.Addresses[0]],
                Shipping = [.. asked.Shipping.Where(method => method.Name == shippingName)],
            },
        };
        var results = new MerchantCalculationResults
        {
            Results = [.. (calculation.Results?.Results ?? []).Where(result => result.AddressId == asked.Addresses[0].Id && result.ShippingName == shippingName)],
        };
        return MerchantCalculationValidator.Validate(question, results, accepted).Count == 0 ? results.Results.Single() : null;
    }
}
