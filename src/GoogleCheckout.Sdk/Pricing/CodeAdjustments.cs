using GoogleCheckout.Calculations;
using GoogleCheckout.Orders;

namespace GoogleCheckout.Pricing;

/// <summary>Calculates the discounts of the buyer's coupons and gift certificates.</summary>
internal static class CodeAdjustments
{
    /// <summary>Returns the adjustments of the valid codes, in the order of entry. A code that was entered twice is applied once.</summary>
    /// <param name="results">The merchant's results for codes of the kinds that the cart accepts.</param>
    /// <param name="price">The price without the codes.</param>
    public static IReadOnlyList<MerchantCodeAdjustment> Create(IEnumerable<MerchantCodeResult> results, Money price)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var valid = results.Where(result => seen.Add(result.Code) && result.Valid).ToList();
        var applied = new Money[valid.Count];
        var remaining = price;
        foreach (var index in Enumerable.Range(0, valid.Count).OrderBy(index => valid[index] is CouponResult ? 0 : 1))
        {
            var value = valid[index].CalculatedAmount ?? new Money(0m, price.Currency);
            applied[index] = value < remaining ? value : remaining;
            remaining -= applied[index];
        }

        return [.. valid.Select((result, index) => Create(result, applied[index]))];
    }

    private static MerchantCodeAdjustment Create(MerchantCodeResult result, Money applied) => result is CouponResult
        ? new CouponAdjustment { Code = result.Code, AppliedAmount = applied, CalculatedAmount = result.CalculatedAmount, Message = result.Message }
        : new GiftCertificateAdjustment { Code = result.Code, AppliedAmount = applied, CalculatedAmount = result.CalculatedAmount, Message = result.Message };
}
