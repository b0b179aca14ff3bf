using GoogleCheckout;
using GoogleCheckout.Carts;

namespace MerchantStore.Calculations;

/// <summary>The tax rates by destination. Nothing is taxed elsewhere. A store that sells in pounds sterling is in the United Kingdom and owes its tax.</summary>
internal static class TaxTable
{
    private static readonly (string Currency, string Country, string? State, decimal Rate, bool ShippingTaxed)[] Rows =
    [
        ("USD", "US", "CA", 0.0825m, false),
        ("USD", "US", "NY", 0.04m, true),
        ("USD", "US", "TX", 0.0625m, true),
        ("GBP", "GB", null, 0.20m, true),
        ("GBP", "IM", null, 0.20m, true),
    ];

    /// <summary>Calculates the tax on goods and their shipping, rounded as is usual where the store is.</summary>
    public static Money Calculate(string? countryCode, string? region, Money goods, Money? shipping)
    {
        var row = Rows.FirstOrDefault(each => each.Currency == goods.Currency && each.Country == countryCode && (each.State is null || each.State == region));
        var taxed = goods.Amount + (row.ShippingTaxed ? shipping?.Amount ?? 0 : 0);
        return goods with { Amount = decimal.Round(taxed * row.Rate, 2, goods.Currency == "GBP" ? MidpointRounding.AwayFromZero : MidpointRounding.ToEven) };
    }

    /// <summary>Returns the same rates for a cart. They apply if the store does not respond in time.</summary>
    public static TaxTables ToCheckout(string currency)
    {
        var rules = Rows.Where(row => row.Currency == currency).Select(row => new DefaultTaxRule
        {
            Rate = row.Rate,
            TaxArea = row.State is { } state ? Area.USState(state) : Area.Country(row.Country),
            ShippingTaxed = row.ShippingTaxed,
        });
        return TaxTables.FromRules(rules) with { MerchantCalculated = true };
    }
}
