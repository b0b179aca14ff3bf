using System.Numerics;
using GoogleCheckout.Calculations;
using static GoogleCheckout.Carts.FixtureCarts;

namespace GoogleCheckout.Carts;

/// <summary>
/// A simple and slow reference calculation of prices: integers in hundred-thousandths of a cent, and a manually written table of
/// areas. It shares no code with <see cref="CartCalculator"/>.
/// </summary>
internal static class ReferencePrice
{
    // The units of one cent, so that a price times a rate is an integer.
    private const int Cent = 100_000;

    /// <summary>The areas, one for each column of the table.</summary>
    public static readonly IReadOnlyList<Area> AreasInColumns =
    [
        new WorldArea(),
        State("CA"),
        new USZipArea { ZipPattern = "940*" },
        new USCountryArea { CountryArea = USAreas.Continental48 },
        new USCountryArea { CountryArea = USAreas.Full50States },
        new USCountryArea { CountryArea = USAreas.All },
        new PostalArea { CountryCode = "GB" },
        new PostalArea { CountryCode = "GB", PostalCodePattern = "SW*" },
    ];

    /// <summary>The addresses, one for each row of the table. An x means that the area contains the address.</summary>
    public static readonly IReadOnlyList<(Address Address, string IsIn)> Places =
    [
        (California with { PostalCode = "94043-1234" }, "xxxxxx.."),
        (California with { PostalCode = "90001" },      "xx.xxx.."),
        (California with { Region = "hi" },             "x.x.xx.."),
        (California with { Region = "PR" },             "x.x..x.."),
        (London,                                        "x.....xx"),
        (London with { PostalCode = "E1 6AN" },         "x.....x."),
        (London with { CountryCode = "DE" },            "x......."),
    ];

    /// <summary>Returns the tax, the discount of each code, and the total, in cents.</summary>
    public static (BigInteger Tax, IReadOnlyList<BigInteger> Applied, BigInteger Total) Of(CheckoutShoppingCart cart, CartSelections selections)
    {
        var flow = cart.CheckoutFlowSupport!;
        var row = Places.Single(place => place.Address == selections.ShippingAddress).IsIn;
        var policy = flow.RoundingPolicy!;
        var shipping = Cents(((FlatRateShipping)flow.ShippingMethods[0]).Price.Amount);

        var taxes = cart.ShoppingCart.Items
            .Select(item => Cents(item.UnitPrice.Amount) * item.Quantity * HundredThousandths(RateOf(item, flow.TaxTables!, row)))
            .ToList();
        taxes.Add(shipping * HundredThousandths(ShippingRate(flow.TaxTables!, row)));
        var tax = policy.Rule == RoundingRule.PerItem ? PerItem(cart, flow.TaxTables!, row, policy.Mode) + ToCents(taxes[^1], policy.Mode)
            : policy.Rule == RoundingRule.PerLine
            ? taxes.Aggregate(BigInteger.Zero, (sum, line) => sum + ToCents(line, policy.Mode))
            : ToCents(taxes.Aggregate(BigInteger.Zero, (sum, line) => sum + line), policy.Mode);
        tax = tax < 0 ? 0 : tax;

        var left = cart.ShoppingCart.Items.Aggregate(BigInteger.Zero, (sum, item) => sum + (Cents(item.UnitPrice.Amount) * item.Quantity)) + shipping + tax;
        var applied = new Dictionary<string, BigInteger>();
        foreach (var result in selections.MerchantCodeResults.OfType<CouponResult>().Cast<MerchantCodeResult>().Concat(selections.MerchantCodeResults.OfType<GiftCertificateResult>()))
        {
            if (result.Valid)
            {
                applied[result.Code] = BigInteger.Min(left, Cents(result.CalculatedAmount!.Value.Amount));
                left -= applied[result.Code];
            }
        }

        return (tax, [.. selections.MerchantCodeResults.Where(result => result.Valid).Select(result => applied[result.Code])], left);
    }

    public static BigInteger Cents(decimal amount) => new(amount * 100);

    private static BigInteger PerItem(CheckoutShoppingCart cart, TaxTables tables, string row, RoundingMode mode) => cart.ShoppingCart.Items.Aggregate(
        BigInteger.Zero,
        (sum, item) => sum + (ToCents(Cents(item.UnitPrice.Amount) * HundredThousandths(RateOf(item, tables, row)), mode) * item.Quantity));

    private static BigInteger HundredThousandths(decimal rate) => new(rate * Cent);

    private static decimal RateOf(Item item, TaxTables tables, string row)
    {
        foreach (var table in tables.AlternateTaxTables)
        {
            if (!table.Name.Equals(item.TaxTableSelector, StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            foreach (var rule in table.AlternateTaxRules)
            {
                if (IsIn(row, rule.TaxArea!))
                {
                    return rule.Rate!.Value;
                }
            }

            if (table.Standalone == true)
            {
                return 0;
            }
        }

        return DefaultRule(tables, row)?.Rate ?? 0;
    }

    private static decimal ShippingRate(TaxTables tables, string row) =>
        DefaultRule(tables, row) is { } rule && rule.ShippingTaxed == true ? rule.Rate!.Value : 0;

    private static DefaultTaxRule? DefaultRule(TaxTables tables, string row)
    {
        foreach (var rule in tables.DefaultTaxTable!.TaxRules)
        {
            if (IsIn(row, rule.TaxArea!))
            {
                return rule;
            }
        }

        return null;
    }

    private static bool IsIn(string row, Area area) => row[Enumerable.Range(0, AreasInColumns.Count).Single(column => AreasInColumns[column] == area)] == 'x';

    private static BigInteger ToCents(BigInteger amount, RoundingMode mode)
    {
        var floor = BigInteger.Divide(amount - (((amount % Cent) + Cent) % Cent), Cent);
        var above = amount - (floor * Cent);
        var ceiling = above == 0 ? floor : floor + 1;
        var towardsZero = amount < 0 ? ceiling : floor;
        var awayFromZero = amount < 0 ? floor : ceiling;
        var nearest = above * 2 < Cent ? floor : ceiling;
        var isTie = above * 2 == Cent;
        return mode switch
        {
            RoundingMode.Up => awayFromZero,
            RoundingMode.Down => towardsZero,
            RoundingMode.Ceiling => ceiling,
            RoundingMode.Floor => floor,
            RoundingMode.HalfUp => isTie ? awayFromZero : nearest,
            RoundingMode.HalfDown => isTie ? towardsZero : nearest,
            RoundingMode.HalfEven => !isTie ? nearest : floor.IsEven ? floor : ceiling,
            _ => throw new ArgumentOutOfRangeException(nameof(mode)),
        };
    }
}
