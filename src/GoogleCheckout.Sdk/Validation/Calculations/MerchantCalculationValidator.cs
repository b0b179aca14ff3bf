using GoogleCheckout.Carts;
using GoogleCheckout.Validation.Calculations;

namespace GoogleCheckout.Calculations;

/// <summary>
/// Compares an answer with its question, and lists what the service would not go by: it takes the prices and rates of the
/// cart instead. For the tests of an <see cref="IMerchantCalculationHandler"/> written by hand; what a
/// <see cref="MerchantCalculator"/> answers passes.
/// </summary>
public static class MerchantCalculationValidator
{
    /// <summary>Lists what is wrong with an answer; nothing where it is complete.</summary>
    /// <param name="callback">What the service asked.</param>
    /// <param name="results">What the shop answers.</param>
    /// <param name="accepted">What the cart said of codes, where it is at hand: the question does not repeat it. Null looks at no kinds.</param>
    public static IReadOnlyList<MerchantCalculationIssue> Validate(
        MerchantCalculationCallback callback,
        MerchantCalculationResults results,
        MerchantCalculations? accepted = null)
    {
        var asked = (callback ?? throw new ArgumentNullException(nameof(callback))).Calculate;
        var answered = (results ?? throw new ArgumentNullException(nameof(results))).Results;
        var rules = new ResultValidator(asked, CalculationConstraints.CurrencyOf(callback.ShoppingCart), accepted);
        var byCell = answered.ToLookup(result => (result.AddressId, result.ShippingName));
        var cells = CalculationConstraints.Cells(asked).Select(cell => (cell.Address.Id, cell.ShippingName)).ToList();
        return
        [
            .. cells.SelectMany(cell => InCell(cell, [.. byCell[cell]], rules)),
            .. Unasked(answered, [.. cells]),
        ];
    }

    private static IEnumerable<MerchantCalculationIssue> InCell((string AddressId, string? ShippingName) cell, Result[] results, ResultValidator rules)
    {
        var (addressId, shippingName) = cell;
        var path = shippingName is null
            ? $"results/result[@address-id='{addressId}']"
            : $"results/result[@address-id='{addressId}' and @shipping-name='{shippingName}']";
        return results.Length switch
        {
            0 => [new() { Path = path, Reason = "is missing" }],
            1 => rules.Find(path, results[0]),
            var count => [new() { Path = path, Reason = $"is there {count} times" }],
        };
    }

    // By its place: what a wrong id holds may be anything.
    private static IEnumerable<MerchantCalculationIssue> Unasked(IReadOnlyList<Result> answered, HashSet<(string, string?)> cells) =>
        from place in Enumerable.Range(1, answered.Count)
        let result = answered[place - 1]
        where !cells.Contains((result.AddressId, result.ShippingName))
        select new MerchantCalculationIssue
        {
            Path = $"results/result[{place}]",
            Reason = "has an address-id and shipping-name that were not asked about; both are to be repeated exactly, and shipping-name only where ways of shipping were asked about",
        };
}
