using FsCheck;
using FsCheck.Fluent;
using GoogleCheckout.Carts;

namespace GoogleCheckout.Sandbox.Pricing;

/// <summary>A valid cart, its buyer, and whether the merchant's server is available.</summary>
internal sealed record GeneratedPurchase(CheckoutShoppingCart Cart, Address Address, IReadOnlyList<string> Codes, bool MerchantAnswers)
{
    private static readonly Address[] Addresses =
    [
        At("Mountain View", "CA", "94043", "US"),
        At("Nome", "AK", "99762", "US"),
        At("Springfield", "IL", "62701", "US") with { Address1 = "PO Box 12" },
        At("London", "London", "SW1A 1AA", "GB"),
    ];

    private static readonly Area[] Areas =
    [
        new WorldArea(),
        new USCountryArea { CountryArea = USAreas.Continental48 },
        new USStateArea { State = "CA" },
        new USZipArea { ZipPattern = "997*" },
        new PostalArea { CountryCode = "GB", PostalCodePattern = "SW*" },
    ];

    private static readonly string[][] Entered = [[], [], ["TEA"], ["GIFT", "TEA", "MORE"]];

    /// <summary>Generates purchases for a merchant with this URL for calculation callbacks.</summary>
    public static Gen<GeneratedPurchase> At(Uri calculationsUrl) =>
        from currency in Gen.Elements("USD", "GBP")
        from items in Items(currency)
        from tables in Tables()
        from methods in Methods(currency)
        from policy in Policies()
        from address in Gen.Elements(Addresses)
        from codes in Gen.Elements(Entered)
        from answers in Gen.Frequency((2, Gen.Constant(true)), (1, Gen.Constant(false)))
        select new GeneratedPurchase(
            new CheckoutShoppingCart
            {
                ShoppingCart = new ShoppingCart { Items = items },
                CheckoutFlowSupport = new MerchantCheckoutFlowSupport
                {
                    TaxTables = tables,
                    ShippingMethods = items.All(item => item.DigitalContent is not null) ? [] : methods,
                    RoundingPolicy = policy,
                    MerchantCalculations = new MerchantCalculations { MerchantCalculationsUrl = calculationsUrl.ToString(), AcceptMerchantCoupons = true, AcceptGiftCertificates = true },
                },
            },
            address,
            codes,
            answers);

    public override string ToString() => $"{Address.Region}, codes {string.Join(' ', Codes)}, merchant {(MerchantAnswers ? "answers" : "fails")}: {Cart.ToXmlString()}";

    private static Address At(string city, string region, string postalCode, string country) => new()
    {
        Address1 = "1 Leaf Street",
        City = city,
        Region = region,
        PostalCode = postalCode,
        CountryCode = country,
    };

    // The price of the first item exceeds the discounts of the others.
    private static Gen<Item[]> Items(string currency) =>
        from first in Item(currency, Gen.Choose(50_00, 99_99))
        from others in Some(Item(currency, Gen.Choose(-1_99, 99_99)))
        select (Item[])[first, .. others];

    private static Gen<Item> Item(string currency, Gen<int> prices) =>
        from cents in prices
        from quantity in Gen.Choose(1, 3)
        from selector in Gen.Elements<string?>(null, "Food", "food")
        from isDigital in Gen.Elements(true, false)
        select new Item
        {
            ItemName = "Tea & <more>",
            ItemDescription = string.Empty,
            UnitPrice = new Money(cents / 100m, currency),
            Quantity = quantity,
            TaxTableSelector = selector,
            ItemWeight = new ItemWeight { Value = 1m, Unit = WeightUnits.Pound },
            DigitalContent = isDigital ? new DigitalContent { EmailDelivery = true } : null,
        };

    private static Gen<TaxTables> Tables() =>
        from rules in (from rate in Rates()
                       from area in Gen.Elements(Areas)
                       from shippingTaxed in Gen.Elements(true, false)
                       select new DefaultTaxRule { Rate = rate, TaxArea = area, ShippingTaxed = shippingTaxed }).NonEmptyListOf()
        from food in Rates()
        from area in Gen.Elements(Areas)
        from standalone in Gen.Elements(true, false)
        from isCalculated in Gen.Elements(true, false)
        select new TaxTables
        {
            MerchantCalculated = isCalculated,
            DefaultTaxTable = new DefaultTaxTable { TaxRules = [.. rules] },
            AlternateTaxTables = [new AlternateTaxTable { Name = "Food", Standalone = standalone, AlternateTaxRules = [new AlternateTaxRule { Rate = food, TaxArea = area }] }],
        };

    private static Gen<decimal> Rates() => Gen.Choose(0, 25_000).Select(rate => rate / 100_000m);

    private static Gen<ShippingMethod[]> Methods(string currency) =>
        from isMerchants in Gen.Elements(true, false)
        from kinds in Some(Gen.Choose(0, 2))
        from price in Gen.Choose(0, 20_00).Select(cents => new Money(cents / 100m, currency))
        from restrictions in Restrictions()
        from filters in Restrictions()
        select (ShippingMethod[])[.. kinds.Select((kind, place) => isMerchants ? OfMerchant($"Way {place}", price, restrictions, filters) : OfService(kind, $"Way {place}", price, restrictions)).DistinctBy(method => method is CarrierCalculatedShipping ? string.Empty : method.ToString())];

    private static MerchantCalculatedShipping OfMerchant(string name, Money price, ShippingRestrictions? restrictions, ShippingRestrictions? filters) =>
        new() { Name = name, Price = price, ShippingRestrictions = restrictions, AddressFilters = filters };

    private static ShippingMethod OfService(int kind, string name, Money price, ShippingRestrictions? restrictions) => (kind, price.Currency) switch
    {
        (0, _) => new FlatRateShipping { Name = name, Price = price, ShippingRestrictions = restrictions },
        (1, "USD") => new CarrierCalculatedShipping
        {
            CarrierCalculatedShippingOptions = [new CarrierCalculatedShippingOption { ShippingCompany = ShippingCompanies.UPS, ShippingType = UpsShippingTypes.Ground, Price = price }],
            ShippingPackages = [new ShippingPackage { ShipFrom = new AnonymousAddress { Id = "depot", City = "Nome", Region = "AK", PostalCode = "99762", CountryCode = "US" } }],
        },
        _ => new Pickup { Name = name, Price = price },
    };

    private static Gen<ShippingRestrictions?> Restrictions() =>
        from area in Gen.Elements(Areas)
        from excluded in Gen.Elements(Areas)
        from poBox in Gen.Elements(true, false)
        from isThere in Gen.Elements(true, false)
        select isThere ? new ShippingRestrictions { AllowedAreas = [area], ExcludedAreas = excluded is WorldArea ? [] : [excluded], AllowUsPoBox = poBox } : null;

    private static Gen<RoundingPolicy?> Policies() =>
        from mode in Gen.Elements(RoundingMode.Up, RoundingMode.Down, RoundingMode.HalfUp, RoundingMode.HalfEven)
        from rule in Gen.Elements(RoundingRule.PerLine, RoundingRule.Total)
        from isThere in Gen.Elements(true, false)
        select isThere ? new RoundingPolicy { Mode = mode, Rule = rule } : null;

    private static Gen<T[]> Some<T>(Gen<T> one) => Gen.Choose(0, 4).SelectMany(count => one.ArrayOf(count));
}
