using GoogleCheckout.Calculations;
using GoogleCheckout.Carts;

namespace GoogleCheckout.Validation.Calculations;

/// <summary>What is wrong with one result by itself.</summary>
internal sealed class ResultValidator(Calculate asked, string currency, MerchantCalculations? accepted)
{
    public IEnumerable<MerchantCalculationIssue> Find(string path, Result result) =>
    [
        .. InShipping(path, result),
        .. InTax(path, result),
        .. InCodes($"{path}/merchant-code-results", result.MerchantCodeResults),
    ];

    private static MerchantCalculationIssue Finding(string path, string reason) => new() { Path = path, Reason = reason };

    private IEnumerable<MerchantCalculationIssue> InShipping(string path, Result result)
    {
        if (result.ShippingName is not null && result.Shippable is null)
        {
            yield return Finding($"{path}/shippable", "is missing");
        }

        var needed = result.ShippingName is not null && result.Shippable != false;
        if (InAmount($"{path}/shipping-rate", result.ShippingRate, needed) is { } fault)
        {
            yield return fault;
        }
    }

    private IEnumerable<MerchantCalculationIssue> InTax(string path, Result result)
    {
        var needed = asked.Tax == true && result.Shippable != false;
        if (InAmount($"{path}/total-tax", result.TotalTax, needed) is { } fault)
        {
            yield return fault;
        }
    }

    private MerchantCalculationIssue? InAmount(string path, Money? amount, bool needed) => amount switch
    {
        { } money => CalculationConstraints.GetError(money, currency) is { } why ? Finding(path, why) : null,
        null => needed ? Finding(path, "is missing") : null,
    };

    private IEnumerable<MerchantCalculationIssue> InCodes(string path, IReadOnlyList<MerchantCodeResult> results)
    {
        if (GetCompletenessError([.. results.Select(result => result.Code)]) is { } why)
        {
            yield return Finding(path, why);
        }

        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var index = 0; index < results.Count; index++)
        {
            foreach (var reason in InCode(results[index], isRepeated: !seen.Add(results[index].Code)))
            {
                yield return Finding($"{path}/*[{index + 1}]", reason);
            }
        }
    }

    private string? GetCompletenessError(string[] answered)
    {
        var codes = asked.MerchantCodeStrings.Select(code => code.Code).ToList();
        return answered.Length != codes.Count ? $"has {answered.Length} results, for {codes.Count} codes that the buyer entered"
            : answered.SequenceEqual(codes, StringComparer.OrdinalIgnoreCase) ? null
            : InOrder(answered).SequenceEqual(InOrder(codes), StringComparer.OrdinalIgnoreCase) ? "is not in the order in which the codes were entered"
            : "is about other codes than those the buyer entered";
    }

    private static IEnumerable<string> InOrder(IEnumerable<string> codes) => codes.OrderBy(code => code, StringComparer.OrdinalIgnoreCase);

    private IEnumerable<string> InCode(MerchantCodeResult result, bool isRepeated)
    {
        if (result.Valid && isRepeated)
        {
            yield return "is valid, but the same code was entered before, and counts once";
        }

        if (result.Valid && !IsAccepted(result))
        {
            yield return "is of a kind the cart does not accept";
        }

        if (result.CalculatedAmount is { } amount && CalculationConstraints.GetError(amount, currency) is { } why)
        {
            yield return $"has a calculated-amount that {why}";
        }

        if (result.Message is { Length: > CalculationConstraints.MaxMessageLength })
        {
            yield return $"has a message of more than {CalculationConstraints.MaxMessageLength} characters";
        }
    }

    private bool IsAccepted(MerchantCodeResult result) =>
        accepted is null || (result is CouponResult ? accepted.AcceptMerchantCoupons : accepted.AcceptGiftCertificates) == true;
}
