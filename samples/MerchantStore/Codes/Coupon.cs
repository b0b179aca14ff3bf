using GoogleCheckout;

namespace MerchantStore.Codes;

/// <summary>A coupon: a percentage off the items, from a minimum.</summary>
internal sealed record Coupon(string Code, int Percent, decimal MinSubtotal)
{
    /// <summary>Gets all coupons. A real store reads them from a table.</summary>
    public static IReadOnlyList<Coupon> All { get; } = [new("TEA10", 10, 20m), new("SPRING25", 25, 100m)];

    public static Coupon? Find(string code) => All.FirstOrDefault(coupon => coupon.Code.Equals(code, StringComparison.OrdinalIgnoreCase));

    public Money GetDiscount(Money subtotal) => subtotal with { Amount = decimal.Round(subtotal.Amount * Percent / 100, 2) };
}
