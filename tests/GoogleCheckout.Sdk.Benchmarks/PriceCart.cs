using BenchmarkDotNet.Attributes;
using GoogleCheckout.Benchmarks.Report;
using GoogleCheckout.Carts;

namespace GoogleCheckout.Benchmarks;

/// <summary>
/// The price of a cart of 1,000 items, half of them taxed by one of two alternate tables, ten tax rules and restricted shipping.
/// Goal: under a millisecond.
/// </summary>
[MemoryDiagnoser]
public class PriceCart
{
    private static readonly Address Buyer = new() { Address1 = "1 Leaf Street", City = "Mountain View", Region = "CA", PostalCode = "94043-1234", CountryCode = "US" };

    private readonly CheckoutShoppingCart _cart = Cart(RoundingRule.Total);
    private readonly CheckoutShoppingCart _cartPerLine = Cart(RoundingRule.PerLine);
    private readonly CartSelections _choices = new() { ShippingAddress = Buyer, ShippingName = "Parcel 3" };

    [Benchmark(Baseline = true)]
    public Money RoundTotal() => CartCalculator.Calculate(_cart, _choices).Total;

    [Benchmark]
    public Money RoundPerLine() => CartCalculator.Calculate(_cartPerLine, _choices).Total;

    [Benchmark]
    public int GetShippingOptions() => CartCalculator.GetShippingOptions(_cart, Buyer).Count;

    internal static IReadOnlyList<Row> Measure()
    {
        var benchmark = new PriceCart();
        void RoundTotal() => benchmark.RoundTotal();
        var times = Comparison.OfTimes(RoundTotal, () => benchmark.RoundPerLine());
        return
        [
            new Row(
                "a cart of 1,000 items with three tax tables and restricted shipping is priced",
                FormattableString.Invariant($"{times.Against:F0} µs rounding the total, {times.Measured:F0} µs rounding each line; {Comparison.AllocatedBytes(RoundTotal) / 1000:F0} KB"),
                string.Empty,
                null,
                "under 1 ms",
                times.Measured < 1_000),
        ];
    }

    private static CheckoutShoppingCart Cart(RoundingRule rule) => new()
    {
        ShoppingCart = new ShoppingCart
        {
            Items = [.. Enumerable.Range(1, 1000).Select(number => new Item
            {
                ItemName = $"Tea number {number}",
                ItemDescription = "A quarter of a kilogram of green tea, loose, in a tin.",
                UnitPrice = new Money(10m + (number / 100m), "USD"),
                Quantity = (number % 9) + 1,
                TaxTableSelector = (number % 4) switch { 0 => "food", 1 => "BOOKS", _ => null },
            })],
        },
        CheckoutFlowSupport = new MerchantCheckoutFlowSupport
        {
            ShippingMethods = [.. Enumerable.Range(1, 3).Select(number => new FlatRateShipping
            {
                Name = $"Parcel {number}",
                Price = new Money(7.50m, "USD"),
                ShippingRestrictions = new ShippingRestrictions
                {
                    AllowedAreas = [new USCountryArea { CountryArea = USAreas.Full50States }],
                    ExcludedAreas = [new USZipArea { ZipPattern = "967*" }],
                    AllowUsPoBox = false,
                },
            })],
            RoundingPolicy = new RoundingPolicy { Mode = RoundingMode.HalfEven, Rule = rule },
            TaxTables = new TaxTables
            {
                DefaultTaxTable = new DefaultTaxTable { TaxRules = [.. Areas().Select(area => new DefaultTaxRule { Rate = 0.0825m, TaxArea = area, ShippingTaxed = true })] },
                AlternateTaxTables = [Table("Food", standalone: true), Table("Books", standalone: false)],
            },
        },
    };

    // The last of ten applies to the buyer.
    private static IEnumerable<Area> Areas() =>
        [.. new[] { "AZ", "CO", "FL", "GA", "IL", "NV", "NY", "TX", "WA" }.Select(state => new USStateArea { State = state }), new USZipArea { ZipPattern = "940*" }];

    private static AlternateTaxTable Table(string name, bool standalone) => new()
    {
        Name = name,
        Standalone = standalone,
        AlternateTaxRules = [.. Areas().Select(area => new AlternateTaxRule { Rate = 0.02m, TaxArea = area })],
    };
}
