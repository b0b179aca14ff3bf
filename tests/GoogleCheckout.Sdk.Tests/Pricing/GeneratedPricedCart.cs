using FsCheck;
using FsCheck.Fluent;
using GoogleCheckout.Calculations;
using static GoogleCheckout.Carts.FixtureCarts;

namespace GoogleCheckout.Carts;

/// <summary>Generates carts of every kind that have a price, with the selections of a buyer.</summary>
internal static class GeneratedPricedCart
{
    private static readonly string?[] Selectors = [null, "Food", "FOOD", "books"];

    private static readonly Address[] Addresses = [.. ReferencePrice.Places.Select(place => place.Address)];

    private static readonly Area[] Areas = [.. ReferencePrice.AreasInColumns];

    public static Gen<(CheckoutShoppingCart Cart, CartSelections Choices)> Priced() =>
        from items in Items()
        from tables in TaxTables()
        from shipping in Gen.Choose(0, 20_00)
        from address in Gen.Elements(Addresses)
        from policy in Policies()
        from codes in Codes()
        select (
            Cart(items, new MerchantCheckoutFlowSupport
            {
                ShippingMethods = [Parcel(shipping / 100m, new ShippingRestrictions { AllowedAreas = [Area.World] })],
                TaxTables = tables,
                RoundingPolicy = policy,
                MerchantCalculations = TakesCodes,
            }),
            new CartSelections { ShippingAddress = address, ShippingName = "Parcel", MerchantCodeResults = codes });

    public static Gen<RoundingPolicy> Policies(params RoundingMode[] modes) =>
        from mode in Gen.Elements(modes.Length > 0 ? modes : [.. Enum.GetValues<RoundingMode>().Except([RoundingMode.Unknown, RoundingMode.Unnecessary])])
        from rule in Gen.Elements(RoundingRule.PerLine, RoundingRule.Total, RoundingRule.PerItem)
        select Rounding(mode, rule);

    // The first item is worth more than all discounts.
    private static Gen<IReadOnlyList<Item>> Items() =>
        from first in Gen.Choose(100_00, 500_00)
        from others in (from cents in Gen.Choose(-1_99, 99_99)
                        from quantity in Gen.Choose(1, 5)
                        from selector in Gen.Elements(Selectors)
                        select Item(cents / 100m, quantity, selector)).ListOf(8)
        select (IReadOnlyList<Item>)[Item(first / 100m), .. others];

    private static Gen<TaxTables> TaxTables() =>
        from rules in (from rate in Rates()
                       from area in Gen.Elements(Areas)
                       from shippingTaxed in Gen.Elements(true, false)
                       select Rule(rate, area, shippingTaxed)).ListOf()
        from food in AlternateRules()
        from books in AlternateRules()
        from standalone in Gen.Elements(true, false)
        select Tables([.. rules]) with { AlternateTaxTables = [Table("Food", standalone, [.. food]), Table("Books", !standalone, [.. books])] };

    private static Gen<List<(decimal Rate, Area Area)>> AlternateRules() =>
        (from rate in Rates()
         from area in Gen.Elements(Areas)
         select (rate, area)).ListOf().Select(rules => rules.ToList());

    // Rates in thousandths of a percent, which often lead to half a cent.
    private static Gen<decimal> Rates() => Gen.OneOf(Gen.Choose(0, 25_000).Select(rate => rate / 100_000m), Gen.Elements(0.05m, 0.005m, 0.0825m));

    private static Gen<IReadOnlyList<MerchantCodeResult>> Codes() =>
        from worths in Gen.Choose(0, 300_00).ListOf()
        from kinds in Gen.Choose(0, 2).ListOf()
        select (IReadOnlyList<MerchantCodeResult>)[.. worths.Zip(kinds, (worth, kind) => (worth, kind)).Select((code, index) => code.kind switch
        {
            0 => (MerchantCodeResult)Coupon($"C{index}", code.worth / 100m),
            1 => Certificate($"G{index}", code.worth / 100m),
            _ => Coupon($"C{index}", code.worth / 100m) with { Valid = false },
        })];
}
