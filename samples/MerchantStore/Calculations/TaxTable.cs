using GoogleCheckout;
using GoogleCheckout.Carts;

namespace MerchantStore.Calculations;

/// <summary>The tax rates by destination. Nothing is taxed elsewhere.</summary>
internal static class TaxTable
{
    private static readonly (string Country, string? State, decimal Rate, bool ShippingTaxed)[] Rows =
    [
        ("US", "CA", 0.0825m, false),
        ("US", "NY", 0.04m, true),
        ("US", "TX", 0.0625m, true),
        ("GB", null, 0.20m, true),
    ];

    /// <summary>Calculates the tax on goods and their shipping.</summary>
    public static decimal Calculate(string? countryCode, string? region, decimal goods, decimal shipping)
    {
        var row = Rows.FirstOrDefault(each => each.Country == countryCode && (each.State is null || each.State == region));
        return decimal.Round((goods + (row.ShippingTaxed ? shipping : 0)) * row.Rate, 2);
    }

    /// <summary>Returns the same rates for the cart. They apply if the store does not respond in time.</summary>
    public static TaxTables ToCheckout()
    {
        var rules = Rows.Select(row => new DefaultTaxRule
        {
            Rate = row.Rate,
            TaxArea = row.State is { } state ? Area.USState(state) : Area.Country(row.Country),
            ShippingTaxed = row.ShippingTaxed,
        });
        return TaxTables.FromRules(rules) with { MerchantCalculated = true };
    }
}
