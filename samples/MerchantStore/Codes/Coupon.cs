using GoogleCheckout;

namespace MerchantStore.Codes;

/// <summary>A coupon: a percentage off the items, from a minimum.</summary>
/// <param name="Code">The code, in uppercase.</param>
/// <param name="Percent">The percentage.</param>
/// <param name="Minimums">The lowest subtotal for which it counts, in each currency of the store.</param>
internal sealed record Coupon(string Code, int Percent, IReadOnlyList<Money> Minimums)
{
    /// <summary>Gets all coupons. A real store reads them from a table.</summary>
    public static IReadOnlyList<Coupon> All { get; } =
    [
        new("TEA10", 10, [new Money(20m, "USD"), new Money(15m, "GBP")]),
        new("SPRING25", 25, [new Money(100m, "USD"), new Money(70m, "GBP")]),
        new("WINTER15", 15, [new Money(30m, "USD"), new Money(20m, "GBP")]) { LastDay = new DateOnly(2011, 2, 28) },
    ];

    /// <summary>The last day on which it counts, in UTC; null if it counts always.</summary>
    public DateOnly? LastDay { get; init; }

    public static Coupon? Find(string code) => All.FirstOrDefault(coupon => coupon.Code.Equals(code, StringComparison.OrdinalIgnoreCase));

    /// <summary>Returns the minimum in a currency; null if the coupon does not count in it.</summary>
    public Money? FindMinimum(string currency) => Minimums.Where(minimum => minimum.Currency == currency).Select(minimum => (Money?)minimum).FirstOrDefault();

    public Money GetDiscount(Money subtotal) => subtotal with { Amount = decimal.Round(subtotal.Amount * Percent / 100, 2) };
}
