using GoogleCheckout.Calculations;
using GoogleCheckout.Orders;

namespace GoogleCheckout.Pricing;

/// <summary>What the buyer's coupons and gift certificates take off.</summary>
internal static class CodeAdjustments
{
    /// <summary>The valid codes in the order they were entered. A code entered twice counts once.</summary>
    /// <param name="results">What the merchant answered about codes of kinds the cart accepts.</param>
    /// <param name="price">What there is to pay without them.</param>
    public static IReadOnlyList<MerchantCodeAdjustment> Of(IEnumerable<MerchantCodeResult> results, Money price)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var valid = results.Where(result => seen.Add(result.Code) && result.Valid).ToList();
        var applied = new Money[valid.Count];
        var left = price;
        foreach (var index in Enumerable.Range(0, valid.Count).OrderBy(index => valid[index] is CouponResult ? 0 : 1))
        {
            var worth = valid[index].CalculatedAmount ?? new Money(0m, price.Currency);
            applied[index] = worth < left ? worth : left;
            left -= applied[index];
        }

        return [.. valid.Select((result, index) => Of(result, applied[index]))];
    }

    private static MerchantCodeAdjustment Of(MerchantCodeResult result, Money applied) => result is CouponResult
        ? new CouponAdjustment { Code = result.Code, AppliedAmount = applied, CalculatedAmount = result.CalculatedAmount, Message = result.Message }
        : new GiftCertificateAdjustment { Code = result.Code, AppliedAmount = applied, CalculatedAmount = result.CalculatedAmount, Message = result.Message };
}
