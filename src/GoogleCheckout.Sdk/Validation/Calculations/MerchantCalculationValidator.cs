using GoogleCheckout.Carts;
using GoogleCheckout.Validation.Calculations;

namespace GoogleCheckout.Calculations;

/// <summary>
/// Validates calculation results against their request. The service uses each value that is valid. For the others it uses the prices and
/// rates in the cart, and no codes. Use this class to test your own <see cref="IMerchantCalculationHandler"/>; the results of a
/// <see cref="MerchantCalculator"/> are always valid.
/// </summary>
public static class MerchantCalculationValidator
{
    /// <summary>Validates calculation results.</summary>
    /// <param name="callback">The service's request.</param>
    /// <param name="results">The merchant's results.</param>
    /// <param name="accepted">The settings in the cart, which the request does not repeat. Null to skip the check that the cart accepts the kind of each code.</param>
    /// <returns>The issues; empty if the results are valid. If there are more than 100, the last one has the number of the others.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="callback"/> or <paramref name="results"/> is null.</exception>
    public static IReadOnlyList<MerchantCalculationIssue> Validate(
        MerchantCalculationCallback callback,
        MerchantCalculationResults results,
        MerchantCalculations? accepted = null) => Assess(callback, results, accepted).Issues;

    /// <summary>
    /// Returns the values that the service uses: amounts in the currency of the cart, 0 for a missing tax, and the codes in the order in
    /// which the buyer entered them, each once.
    /// </summary>
    /// <param name="callback">The service's request.</param>
    /// <param name="results">The merchant's results.</param>
    /// <param name="accepted">The settings in the cart, which the request does not repeat. Null to use codes of both kinds.</param>
    /// <returns>The results that were requested, with what is valid of each; empty if there are none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="callback"/> or <paramref name="results"/> is null.</exception>
    public static IReadOnlyList<Result> GetAccepted(
        MerchantCalculationCallback callback,
        MerchantCalculationResults results,
        MerchantCalculations? accepted = null) => Assess(callback, results, accepted).Accepted;

    private static (List<Result> Accepted, IReadOnlyList<MerchantCalculationIssue> Issues) Assess(
        MerchantCalculationCallback callback,
        MerchantCalculationResults results,
        MerchantCalculations? accepted)
    {
        var calculate = (callback ?? throw new ArgumentNullException(nameof(callback))).Calculate;
        Result[] received = [.. (results ?? throw new ArgumentNullException(nameof(results))).Results.Select(result => WithoutEmptyName(result, calculate))];
        var assessor = new ResultAssessor(calculate, CalculationConstraints.CurrencyOf(callback.ShoppingCart), accepted);
        var byCell = received.ToLookup(result => (result.AddressId, result.ShippingName));
        var (counting, issues) = (new List<Result>(), new CalculationIssues());
        foreach (var (address, shippingName) in CalculationConstraints.Cells(calculate))
        {
            var cell = (address.Id, shippingName);
            Result[] found = [.. byCell[cell]];
            if (found.Length != 1)
            {
                issues.Add(cell, string.Empty, found.Length == 0 ? "is missing" : $"occurs {found.Length} times; the first counts");
            }

            if (found.Length > 0)
            {
                counting.Add(assessor.Assess(cell, found[0], issues));
            }
        }

        AddUnrequested(received, calculate, issues);
        return (counting, issues.ToList());
    }

    // Old libraries write an empty name if no method was requested.
    private static Result WithoutEmptyName(Result result, Calculate calculate) =>
        result.ShippingName?.Length == 0 && calculate.Shipping.Count == 0 ? result with { ShippingName = null } : result;

    private static void AddUnrequested(Result[] received, Calculate calculate, CalculationIssues issues)
    {
        var ids = new HashSet<string>(calculate.Addresses.Select(address => address.Id));
        var names = new HashSet<string>(calculate.Shipping.Select(method => method.Name));
        for (var index = 0; index < received.Length; index++)
        {
            var name = received[index].ShippingName;
            if (!ids.Contains(received[index].AddressId) || !(name is null ? names.Count == 0 : names.Contains(name)))
            {
                issues.Add(index + 1, "has an address-id and shipping-name that were not requested; repeat both exactly, and omit shipping-name if no shipping methods were requested");
            }
        }
    }
}
