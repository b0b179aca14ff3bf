using GoogleCheckout.Calculations;
using GoogleCheckout.Carts;
using GoogleCheckout.Xml;

namespace GoogleCheckout.Validation.Calculations;

/// <summary>Validates one result.</summary>
internal sealed class ResultValidator(Calculate calculate, string currency, MerchantCalculations? accepted)
{
    public IEnumerable<MerchantCalculationIssue> Validate(string path, Result result) =>
    [
        .. ValidateShipping(path, result),
        .. ValidateTax(path, result),
        .. ValidateCodes($"{path}/merchant-code-results", result.MerchantCodeResults),
    ];

    private static MerchantCalculationIssue CreateIssue(string path, string reason) => new() { Path = path, Reason = reason };

    private IEnumerable<MerchantCalculationIssue> ValidateShipping(string path, Result result)
    {
        if (result.ShippingName is not null && result.Shippable is null)
        {
            yield return CreateIssue($"{path}/shippable", "is missing");
        }

        var isRequired = result.ShippingName is not null && result.Shippable != false;
        if (ValidateAmount($"{path}/shipping-rate", result.ShippingRate, isRequired) is { } issue)
        {
            yield return issue;
        }
    }

    private IEnumerable<MerchantCalculationIssue> ValidateTax(string path, Result result)
    {
        var isRequired = calculate.Tax == true && result.Shippable != false;
        if (ValidateAmount($"{path}/total-tax", result.TotalTax, isRequired) is { } issue)
        {
            yield return issue;
        }
    }

    private MerchantCalculationIssue? ValidateAmount(string path, Money? amount, bool isRequired) => amount switch
    {
        { } money => CalculationConstraints.GetError(money, currency) is { } error ? CreateIssue(path, error) : null,
        null => isRequired ? CreateIssue(path, "is missing") : null,
    };

    private IEnumerable<MerchantCalculationIssue> ValidateCodes(string path, IReadOnlyList<MerchantCodeResult> results)
    {
        if (GetCompletenessError([.. results.Select(result => result.Code)]) is { } error)
        {
            yield return CreateIssue(path, error);
        }

        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var index = 0; index < results.Count; index++)
        {
            foreach (var reason in ValidateCode(results[index], isRepeated: !seen.Add(results[index].Code)))
            {
                yield return CreateIssue($"{path}/*[{index + 1}]", reason);
            }
        }
    }

    private string? GetCompletenessError(string[] received)
    {
        var codes = calculate.MerchantCodeStrings.Select(code => code.Code).ToList();
        return received.Length != codes.Count ? $"has {received.Length} results, but the buyer entered {codes.Count} codes"
            : received.SequenceEqual(codes, StringComparer.OrdinalIgnoreCase) ? null
            : Sort(received).SequenceEqual(Sort(codes), StringComparer.OrdinalIgnoreCase) ? "is not in the order in which the codes were entered"
            : "has codes that the buyer did not enter";
    }

    private static IEnumerable<string> Sort(IEnumerable<string> codes) => codes.OrderBy(code => code, StringComparer.OrdinalIgnoreCase);

    private IEnumerable<string> ValidateCode(MerchantCodeResult result, bool isRepeated)
    {
        if (result.Valid && isRepeated)
        {
            yield return "is valid, but the same code was entered before and is applied only once";
        }

        if (result.Valid && !IsAccepted(result))
        {
            yield return "is of a kind that the cart does not accept";
        }

        if (result.CalculatedAmount is { } amount && CalculationConstraints.GetError(amount, currency) is { } error)
        {
            yield return $"has a calculated-amount that {error}";
        }

        if (result.Message is { } message && TextLength.Exceeds(message, CalculationConstraints.MaxMessageLength))
        {
            yield return $"has a message longer than {CalculationConstraints.MaxMessageLength} characters";
        }
    }

    private bool IsAccepted(MerchantCodeResult result) =>
        accepted is null || (result is CouponResult ? accepted.AcceptMerchantCoupons : accepted.AcceptGiftCertificates) == true;
}
