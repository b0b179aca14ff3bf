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
    private readonly MerchantCalculationResults _results = calculation.Results ?? new MerchantCalculationResults();
    private Dictionary<string, Result>? _byMethod;
    private HashSet<string>? _methodsWithTax;

    /// <summary>Whether the callback requested the tax.</summary>
    public bool IncludesTax => _callback.Calculate.Tax == true;

    // Determined once for all methods: a cart has any number of them.
    private Dictionary<string, Result> ByMethod => _byMethod ??= GetAccepted(_callback.Calculate.Shipping).Where(result => result.ShippingName is not null).ToDictionary(result => result.ShippingName!);

    // A result without a shipping method has no name, or an empty one.
    private HashSet<string> MethodsWithTax => _methodsWithTax ??=
    [
        .. _results.Results
            .Where(result => result.AddressId == _callback.Calculate.Addresses[0].Id && result.TotalTax is not null)
            .Select(result => result.ShippingName ?? string.Empty),
    ];

    /// <summary>Returns what counts of the result for a shipping option; null if there is none, even if there are results for other options.</summary>
    /// <param name="option">The shipping option; null for an order without shipping.</param>
    public Result? FindResult(ShippingOption? option)
    {
        var found = option is not { IsMerchantCalculated: true } ? GetAccepted([]).SingleOrDefault()
            : ByMethod.TryGetValue(option.Name, out var result) ? result
            : null;
        return found is null || missingTaxIsZero || MethodsWithTax.Contains(found.ShippingName ?? string.Empty)
            ? found
            : found with { TotalTax = null };
    }

    private IReadOnlyList<Result> GetAccepted(IReadOnlyList<Method> methods)
    {
        var callback = _callback with { Calculate = _callback.Calculate with { Addresses = [_callback.Calculate.Addresses[0]], Shipping = methods } };
        return MerchantCalculationValidator.GetAccepted(callback, _results, accepted);
    }
}
