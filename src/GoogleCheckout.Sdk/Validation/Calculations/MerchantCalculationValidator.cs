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
    /// <returns>The issues; empty if the results are valid.</returns>
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

    private static (List<Result> Accepted, List<MerchantCalculationIssue> Issues) Assess(
        MerchantCalculationCallback callback,
        MerchantCalculationResults results,
        MerchantCalculations? accepted)
    {
        var calculate = (callback ?? throw new ArgumentNullException(nameof(callback))).Calculate;
        Result[] received = [.. (results ?? throw new ArgumentNullException(nameof(results))).Results.Select(result => WithoutEmptyName(result, calculate))];
        var assessor = new ResultAssessor(calculate, CalculationConstraints.CurrencyOf(callback.ShoppingCart), accepted);
        var byCell = received.ToLookup(result => (result.AddressId, result.ShippingName));
        var cells = CalculationConstraints.Cells(calculate).Select(cell => (cell.Address.Id, cell.ShippingName)).ToList();
        var (counting, issues) = (new List<Result>(), new List<MerchantCalculationIssue>());
        foreach (var cell in cells)
        {
            var path = GetPath(cell);
            Result[] found = [.. byCell[cell]];
            if (found.Length != 1)
            {
                issues.Add(new() { Path = path, Reason = found.Length == 0 ? "is missing" : $"occurs {found.Length} times; the first counts" });
            }

            if (found.Length > 0)
            {
                counting.Add(assessor.Assess(path, found[0], issues));
            }
        }

        issues.AddRange(GetUnrequested(received, [.. cells]));
        return (counting, issues);
    }

    // Old libraries write an empty name if no method was requested.
    private static Result WithoutEmptyName(Result result, Calculate calculate) =>
        result.ShippingName?.Length == 0 && calculate.Shipping.Count == 0 ? result with { ShippingName = null } : result;

    private static string GetPath((string AddressId, string? ShippingName) cell) => cell.ShippingName is null
        ? $"results/result[@address-id='{cell.AddressId}']"
        : $"results/result[@address-id='{cell.AddressId}' and @shipping-name='{cell.ShippingName}']";

    // Identified by its position, because a wrong ID can contain anything.
    private static IEnumerable<MerchantCalculationIssue> GetUnrequested(Result[] received, HashSet<(string, string?)> cells) =>
        from position in Enumerable.Range(1, received.Length)
        let result = received[position - 1]
        where !cells.Contains((result.AddressId, result.ShippingName))
        select new MerchantCalculationIssue
        {
            Path = $"results/result[{position}]",
            Reason = "has an address-id and shipping-name that were not requested; repeat both exactly, and omit shipping-name if no shipping methods were requested",
        };
}
