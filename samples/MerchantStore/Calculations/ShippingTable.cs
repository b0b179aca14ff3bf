using GoogleCheckout;
using GoogleCheckout.Carts;

namespace MerchantStore.Calculations;

/// <summary>The shipping rates by weight and zone.</summary>
internal static class ShippingTable
{
    public const string Ground = "Ground";
    public const string Express = "Express";
    public const string International = "International";

    public const decimal MaxPounds = 70m;

    // In the order of the rows' rates.
    private static readonly decimal[] WeightClasses = [5m, 20m, MaxPounds];

    private static readonly (string Method, ShippingZone Zone, decimal?[] Rates)[] Rows =
    [
        (Ground, ShippingZone.Mainland, [5.00m, 11.50m, 49.00m]),
        (Ground, ShippingZone.Outlying, [9.00m, 24.00m, null]),
        (Express, ShippingZone.Mainland, [15.00m, 32.00m, null]),
        (Express, ShippingZone.Outlying, [28.00m, 60.00m, null]),
        (International, ShippingZone.Europe, [22.00m, 58.00m, null]),
        (International, ShippingZone.World, [29.00m, 79.00m, null]),
    ];

    private static readonly string[] OutlyingStates = ["AK", "HI", "PR", "GU", "VI", "AS", "MP", "AA", "AE", "AP"];

    private static readonly string[] EuropeanCountries =
        ["AT", "BE", "CH", "CZ", "DE", "DK", "ES", "FI", "FR", "GB", "GR", "HU", "IE", "IT", "LU", "NL", "NO", "PL", "PT", "SE"];

    /// <summary>Returns the rate; null if the method does not ship this weight to the zone.</summary>
    public static decimal? GetRate(string method, ShippingZone zone, decimal pounds) =>
        Array.FindIndex(WeightClasses, max => pounds <= max) is var index and >= 0
            ? Rows.FirstOrDefault(row => row.Method == method && row.Zone == zone).Rates?[index]
            : null;

    public static ShippingZone GetZone(string? countryCode, string? region) =>
        countryCode is "US" or null ? (OutlyingStates.Contains(region) ? ShippingZone.Outlying : ShippingZone.Mainland)
        : EuropeanCountries.Contains(countryCode) ? ShippingZone.Europe
        : ShippingZone.World;

    /// <summary>Returns the methods that ship this weight somewhere. Their price applies if the store does not respond in time.</summary>
    /// <param name="pounds">The weight of the cart.</param>
    /// <param name="currency">The currency of the cart.</param>
    /// <param name="defaultCost">The cost if the store does not respond; null for the rate of the method's first zone.</param>
    public static IEnumerable<MerchantCalculatedShipping> GetMethods(decimal pounds, string currency, decimal? defaultCost) =>
        from method in new[] { Ground, Express, International }
        let rate = Rows.Where(row => row.Method == method).Select(row => GetRate(method, row.Zone, pounds)).FirstOrDefault(rate => rate is not null)
        where rate is not null
        let areas = GetAreas(method)
        select new MerchantCalculatedShipping { Name = method, Price = new Money(defaultCost ?? rate.Value, currency), AddressFilters = areas, ShippingRestrictions = areas };

    private static ShippingRestrictions GetAreas(string method) => method == International
        ? new ShippingRestrictions { AllowedAreas = [Area.World], ExcludedAreas = [Area.UnitedStates()] }
        : new ShippingRestrictions { AllowedAreas = [Area.UnitedStates()] };
}
