using GoogleCheckout.Carts;
using GoogleCheckout.Validation.Calculations;

namespace GoogleCheckout.Calculations;

/// <summary>
/// Validates calculation results against their request. The service ignores invalid results, and uses the prices and rates in the cart
/// instead. Use this class to test your own <see cref="IMerchantCalculationHandler"/>; the results of a
/// <see cref="MerchantCalculator"/> are always valid.
/// </summary>
public static class MerchantCalculationValidator
{
    /// <summary>Validates calculation results.</summary>
    /// <param name="callback">The service's request.</param>
    /// <param name="results">The merchant's results.</param>
    /// <param name="accepted">The settings in the cart, which the request does not repeat. Null to skip the check that the cart accepts the kind of each code.</param>
    /// <returns>The issues; empty if the results are valid.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="callback"/> or <paramref name="results"/> is null.</exception>
    public static IReadOnlyList<MerchantCalculationIssue> Validate(
        MerchantCalculationCallback callback,
        MerchantCalculationResults results,
        MerchantCalculations? accepted = null)
    {
        var calculate = (callback ?? throw new ArgumentNullException(nameof(callback))).Calculate;
        var received = (results ?? throw new ArgumentNullException(nameof(results))).Results;
        var rules = new ResultValidator(calculate, CalculationConstraints.CurrencyOf(callback.ShoppingCart), accepted);
        var byCell = received.ToLookup(result => (result.AddressId, result.ShippingName));
        var cells = CalculationConstraints.Cells(calculate).Select(cell => (cell.Address.Id, cell.ShippingName)).ToList();
        return
        [
            .. cells.SelectMany(cell => ValidateCell(cell, [.. byCell[cell]], rules)),
            .. GetUnrequested(received, [.. cells]),
        ];
    }

    private static IEnumerable<MerchantCalculationIssue> ValidateCell((string AddressId, string? ShippingName) cell, Result[] results, ResultValidator rules)
    {
        var (addressId, shippingName) = cell;
        var path = shippingName is null
            ? $"results/result[@address-id='{addressId}']"
            : $"results/result[@address-id='{addressId}' and @shipping-name='{shippingName}']";
        return results.Length switch
        {
            0 => [new() { Path = path, Reason = "is missing" }],
            1 => rules.Validate(path, results[0]),
            var count => [new() { Path = path, Reason = $"occurs {count} times" }],
        };
    }

    // Identified by its position, because a wrong ID can contain anything.
    private static IEnumerable<MerchantCalculationIssue> GetUnrequested(IReadOnlyList<Result> received, HashSet<(string, string?)> cells) =>
        from position in Enumerable.Range(1, received.Count)
        let result = received[position - 1]
        where !cells.Contains((result.AddressId, result.ShippingName))
        select new MerchantCalculationIssue
        {
            Path = $"results/result[{position}]",
            Reason = "has an address-id and shipping-name that were not requested; repeat both exactly, and omit shipping-name if no shipping methods were requested",
        };
}
