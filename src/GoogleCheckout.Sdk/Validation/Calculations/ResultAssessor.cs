using GoogleCheckout.Calculations;
using GoogleCheckout.Carts;
using GoogleCheckout.Xml;

namespace GoogleCheckout.Validation.Calculations;

/// <summary>Judges each value of a result by itself: an error in one does not concern the others.</summary>
/// <param name="calculate">The request.</param>
/// <param name="currency">The currency of the cart; empty if unknown.</param>
/// <param name="accepted">The kinds of codes that the cart accepts; null if unknown.</param>
internal sealed class ResultAssessor(Calculate calculate, string currency, MerchantCalculations? accepted)
{
    private const string CodesPart = "/merchant-code-results";

    // The codes in the order of entry, each once.
    private readonly List<string> _codes = [.. calculate.MerchantCodeStrings.Select(code => code.Code).Distinct(StringComparer.OrdinalIgnoreCase)];
    private readonly HashSet<string> _enteredCodes = new(calculate.MerchantCodeStrings.Select(code => code.Code), StringComparer.OrdinalIgnoreCase);

    /// <summary>Returns what counts of a result.</summary>
    /// <param name="cell">The address ID and the shipping method of the result.</param>
    /// <param name="result">The result.</param>
    /// <param name="issues">Receives the issues.</param>
    public Result Assess((string, string?) cell, Result result, CalculationIssues issues)
    {
        var isForMethod = result.ShippingName is not null;
        var isShipped = result.Shippable != false;
        if (isForMethod && result.Shippable is null)
        {
            issues.Add(cell, "/shippable", "is missing; it counts as true");
        }

        return result with
        {
            Shippable = isForMethod ? isShipped : null,
            ShippingRate = AssessRate(cell, result.ShippingRate, isForMethod && isShipped, issues),
            TotalTax = AssessTax(cell, result.TotalTax, isShipped, issues),
            MerchantCodeResults = AssessCodes(cell, result.MerchantCodeResults, issues),
        };
    }

    private Money? AssessRate((string, string?) cell, Money? rate, bool isRequired, CalculationIssues issues)
    {
        const string Part = "/shipping-rate";
        if (rate is null && isRequired)
        {
            issues.Add(cell, Part, "is missing; the price in the cart is used");
        }

        return AssessAmount(cell, Part, rate, "the price in the cart is used", issues);
    }

    // Old libraries omit a tax of 0.
    private Money? AssessTax((string, string?) cell, Money? tax, bool isShipped, CalculationIssues issues)
    {
        const string Part = "/total-tax";
        if (calculate.Tax != true)
        {
            return null;
        }

        if (tax is null && isShipped)
        {
            issues.Add(cell, Part, "is missing; write 0.00 if there is no tax");
            return new Money(0m, currency);
        }

        return AssessAmount(cell, Part, tax, "the rates in the cart are used", issues);
    }

    private Money? AssessAmount((string, string?) cell, string part, Money? amount, string fallback, CalculationIssues issues)
    {
        if (InCurrency(amount) is not { } money)
        {
            return null;
        }

        if (CalculationConstraints.GetError(money, currency) is { } error)
        {
            issues.Add(cell, part, $"{error}; {fallback}");
            return null;
        }

        return money;
    }

    // An amount without a currency is in that of the cart.
    private Money? InCurrency(Money? amount) => amount is { Currency.Length: 0 } money ? new Money(money.Amount, currency) : amount;

    /// <summary>Returns the results that count, in the order in which the codes were entered. A code counts once.</summary>
    private List<MerchantCodeResult> AssessCodes((string, string?) cell, IReadOnlyList<MerchantCodeResult> results, CalculationIssues issues)
    {
        var counting = new Dictionary<string, MerchantCodeResult>(StringComparer.OrdinalIgnoreCase);
        var answered = new Dictionary<string, MerchantCodeResult>(StringComparer.OrdinalIgnoreCase);
        for (var index = 0; index < results.Count; index++)
        {
            var result = results[index];
            if (GetCodeError(result, answered) is { } error)
            {
                issues.Add(cell, GetCodePart(index), $"{error}; it does not count");
            }
            else if (!counting.ContainsKey(result.Code))
            {
                counting.Add(result.Code, Cut(result, cell, index, issues));
            }

            answered[result.Code] = result;
        }

        if (_codes.Count(code => !answered.ContainsKey(code)) is > 0 and var missing)
        {
            issues.Add(cell, CodesPart, $"has no result for {missing} of {_codes.Count} codes that the buyer entered");
        }

        return [.. _codes.Where(counting.ContainsKey).Select(code => counting[code])];
    }

    // The code that a result repeats may have been entered twice. Then the second result is the same, or not valid.
    private string? GetCodeError(MerchantCodeResult result, Dictionary<string, MerchantCodeResult> answered) =>
        !_enteredCodes.Contains(result.Code) ? "has a code that the buyer did not enter"
        : result.Valid && answered.TryGetValue(result.Code, out var first) && !IsSame(result, first) ? "is a second result for the code of another one"
        : result.Valid && !IsAccepted(result) ? "is of a kind that the cart does not accept"
        : InCurrency(result.CalculatedAmount) is { } amount && CalculationConstraints.GetError(amount, currency) is { } error ? $"has a calculated-amount that {error}"
        : null;

    private static string GetCodePart(int index) => $"{CodesPart}/*[{index + 1}]";

    private static bool IsSame(MerchantCodeResult result, MerchantCodeResult first) =>
        result.GetType() == first.GetType() && result.Valid == first.Valid && result.CalculatedAmount == first.CalculatedAmount;

    private MerchantCodeResult Cut(MerchantCodeResult result, (string, string?) cell, int index, CalculationIssues issues)
    {
        if (result.Message is { } message && TextLength.Exceeds(message, CalculationConstraints.MaxMessageLength))
        {
            issues.Add(cell, GetCodePart(index), $"has a message longer than {CalculationConstraints.MaxMessageLength} characters");
        }

        return result with { CalculatedAmount = InCurrency(result.CalculatedAmount), Message = CalculationConstraints.Cut(result.Message) };
    }

    private bool IsAccepted(MerchantCodeResult result) =>
        accepted is null || (result is CouponResult ? accepted.AcceptMerchantCoupons : accepted.AcceptGiftCertificates) == true;
}
