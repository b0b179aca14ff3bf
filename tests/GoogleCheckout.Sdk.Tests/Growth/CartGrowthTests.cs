using GoogleCheckout.Carts;
using NUnit.Framework;
using static GoogleCheckout.Carts.ValidCarts;

namespace GoogleCheckout.Growth;

/// <summary>The validation and the price of a cart are linear in the cart, whichever of its lists is long.</summary>
public class CartGrowthTests
{
    private static readonly CartSelections Selections = new() { ShippingAddress = new Address { CountryCode = "US", Region = "CA", PostalCode = "94043", City = "Mountain View", Address1 = "1 Main St" } };

    private static readonly (string Family, int Size, Func<int, CountedReads, CheckoutShoppingCart> Create)[] Families =
    [
        ("n items", 400, (n, reads) => Cart(reads.List(Items(n)))),
        ("n items and n shipping methods", 400, (n, reads) => Cart(reads.List(Items(n))) with { CheckoutFlowSupport = new MerchantCheckoutFlowSupport { ShippingMethods = reads.List(Methods(n)) } }),
        ("n items and n tax tables, each selected once", 400, (n, reads) => Cart(reads.List(Items(n).Select((item, index) => item with { TaxTableSelector = $"t{index}" }))).WithTaxes(Tables(reads.List(Names("t", n).Select(Table))))),
        ("n items and n tax rules", 400, (n, reads) => Cart(reads.List(Items(n))).WithTaxes(Rules(reads.List(Names("z", n).Select(_ => Rule(Area.USState("NV"))))))),
        ("a tax rule of n areas", 400, (n, reads) => Cart(Items(1)).WithTaxes(Rules([new DefaultTaxRule { Rate = 0.1m, TaxAreas = reads.List(Zips(n)) }]))),
        ("n tax rules, and one of all their areas", 400, (n, reads) => Cart(Items(1)).WithTaxes(Rules(reads.List([.. Zips(n).Select(Rule), new DefaultTaxRule { Rate = 0.1m, TaxAreas = reads.List(Zips(n)) }])))),
        ("n allowed and n excluded areas", 400, (n, reads) => Cart(Items(1)).WithShipping(Method("Parcel") with { ShippingRestrictions = new ShippingRestrictions { AllowedAreas = reads.List(Zips(n)), ExcludedAreas = reads.List(Zips(n)) } })),
        ("n allowed and n excluded countries", 400, (n, reads) => Cart(Items(1)).WithShipping(Method("Parcel") with { ShippingRestrictions = new ShippingRestrictions { AllowedAreas = reads.List(Countries(n, "IR")), ExcludedAreas = reads.List(Countries(n, "IR").Select(area => Area.Country("X" + area.CountryCode))) } })),
        ("a postal code pattern of n characters", 20_000, (n, reads) => Cart(Items(1)).WithShipping(Method("Parcel") with { ShippingRestrictions = new ShippingRestrictions { AllowedAreas = reads.List([Area.Country("GB", Name(n) + "*")]) } })),
        ("a currency of n characters, and n / 100 items", 20_000, (n, reads) => Cart(reads.List(Items(n / 100).Prepend(Item("Tea", 1) with { UnitPrice = new Money(1m, Name(n)) })))),
        ("n items with a currency each", 400, (n, reads) => Cart(reads.List(Items(n).Select((item, index) => item with { UnitPrice = new Money(1m, index % 2 == 0 ? "USD" : "GBP") })))),
        ("n parameters of a URL", 400, (n, reads) => Cart(Items(1)) with { CheckoutFlowSupport = new MerchantCheckoutFlowSupport { ParameterizedUrls = [new ParameterizedUrl { Url = "https://a.example/", Parameters = reads.List(Names("p", n).Select(name => new UrlParameter { Name = name, Type = UrlParameterTypes.OrderId })) }] } }),
        ("n options of a carrier", 400, (n, reads) => Cart(Items(1)).WithShipping(new CarrierCalculatedShipping { CarrierCalculatedShippingOptions = reads.List(Names("o", n).Select(name => new CarrierCalculatedShippingOption { ShippingCompany = "UPS", ShippingType = name, Price = Dollars(1) })) })),
    ];

    private static IEnumerable<TestCaseData> AllFamilies() => Families.Select(family => new TestCaseData(family).SetArgDisplayNames(family.Family));

    [TestCaseSource(nameof(AllFamilies))]
    public void Validate_CartOfTwiceTheSize_AllocatesTwiceAsMuch((string Family, int Size, Func<int, CountedReads, CheckoutShoppingCart> Create) family) => AllocationGrowth.Verify(
        "CartValidator.Validate", family.Family, family.Size, 80, n => family.Create(n, new CountedReads()), GetLength, cart => cart.Validate());

    [TestCaseSource(nameof(AllFamilies))]
    public void Validate_CartOfTwiceTheSize_ReadsTwiceAsMany((string Family, int Size, Func<int, CountedReads, CheckoutShoppingCart> Create) family) =>
        ReadGrowth.Verify("CartValidator.Validate", family.Family, family.Size, 15, family.Create, cart => cart.Validate());

    [TestCaseSource(nameof(AllFamilies))]
    public void Calculate_CartOfTwiceTheSize_AllocatesTwiceAsMuch((string Family, int Size, Func<int, CountedReads, CheckoutShoppingCart> Create) family) => AllocationGrowth.Verify(
        "CartCalculator.Calculate", family.Family, family.Size, 10, n => family.Create(n, new CountedReads()), GetLength, Calculate);

    [TestCaseSource(nameof(AllFamilies))]
    public void Calculate_CartOfTwiceTheSize_ReadsTwiceAsMany((string Family, int Size, Func<int, CountedReads, CheckoutShoppingCart> Create) family) =>
        ReadGrowth.Verify("CartCalculator.Calculate", family.Family, family.Size, 6, family.Create, Calculate);

    private static void Calculate(CheckoutShoppingCart cart)
    {
        CartCalculator.GetShippingOptions(cart, Selections.ShippingAddress);
        try
        {
            CartCalculator.Calculate(cart, cart.CheckoutFlowSupport?.ShippingMethods is [.., FlatRateShipping { ShippingRestrictions: null } last] ? Selections with { ShippingName = last.Name } : Selections);
        }
        catch (ArgumentException)
        {
            // A refusal is a result too.
        }
    }

    // About what the cart is as a document: some of them cannot be written.
    private static long GetLength(CheckoutShoppingCart cart)
    {
        try
        {
            return CheckoutXml.ToBytes(cart).Length;
        }
        catch (ArgumentException)
        {
            return 150L * cart.ShoppingCart.Items.Count;
        }
    }

    private static CheckoutShoppingCart Cart(IReadOnlyList<Item> items) => new() { ShoppingCart = new ShoppingCart { Items = items } };

    private static Item[] Items(int count) => [.. Names("Tea ", count).Select(name => Item(name, 1))];

    private static IEnumerable<ShippingMethod> Methods(int count) => Names("m", count).Select(Method);

    private static FlatRateShipping Method(string name) => new() { Name = name, Price = Dollars(5) };

    private static AlternateTaxTable Table(string name) => new() { Name = name, Standalone = true, AlternateTaxRules = [new AlternateTaxRule { Rate = 0.1m, TaxArea = Area.World }] };

    private static TaxTables Tables(IReadOnlyList<AlternateTaxTable> tables) => new() { AlternateTaxTables = tables };

    private static TaxTables Rules(IReadOnlyList<DefaultTaxRule> rules) => new() { DefaultTaxTable = new DefaultTaxTable { TaxRules = rules } };

    private static DefaultTaxRule Rule(Area area) => new() { Rate = 0.1m, TaxArea = area };

    private static IEnumerable<Area> Zips(int count) => Enumerable.Range(10_000, count).Select(number => Area.USZip(FormattableString.Invariant($"{number}")));

    private static IEnumerable<PostalArea> Countries(int count, string code) => Enumerable.Repeat(new PostalArea { CountryCode = code }, count);

    private static string[] Names(string prefix, int count) => [.. Enumerable.Range(0, count).Select(number => $"{prefix}{number}")];

    private static string Name(int length) => new('k', length);
}
