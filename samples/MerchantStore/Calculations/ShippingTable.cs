using GoogleCheckout;
using GoogleCheckout.Carts;

namespace MerchantStore.Calculations;

/// <summary>The shipping rates by weight and zone. Each currency has its own: a store that sells in pounds sterling ships from the United Kingdom.</summary>
internal sealed class ShippingTable
{
    public const string Ground = "Ground";
    public const string Express = "Express";
    public const string International = "International";

    public const decimal MaxPounds = 70m;

    // In the order of the rows' rates.
    private static readonly decimal[] WeightClasses = [5m, 20m, MaxPounds];

    private static readonly string[] EuropeanCountries =
        ["AT", "BE", "CH", "CZ", "DE", "DK", "ES", "FI", "FR", "GB", "GR", "HU", "IE", "IT", "LU", "NL", "NO", "PL", "PT", "SE"];

    private static readonly ShippingTable UnitedStates = new()
    {
        Currency = "USD",
        HomeCountry = "US",
        Mainland = "the 48 states",
        HomeAreas = [Area.UnitedStates()],
        // The territories are countries, too, in the addresses of some buyers.
        Outlying =
        [
            ("US", "AK"), ("US", "HI"), ("US", "AA"), ("US", "AE"), ("US", "AP"),
            ("US", "AS"), ("US", "FM"), ("US", "GU"), ("US", "MH"), ("US", "MP"), ("US", "PR"), ("US", "PW"), ("US", "VI"),
            ("AS", null), ("FM", null), ("GU", null), ("MH", null), ("MP", null), ("PR", null), ("PW", null), ("VI", null),
        ],
        Rows =
        [
            (Ground, ShippingZone.Mainland, [5.00m, 11.50m, 49.00m]),
            (Ground, ShippingZone.Outlying, [9.00m, 24.00m, null]),
            (Express, ShippingZone.Mainland, [15.00m, 32.00m, null]),
            (Express, ShippingZone.Outlying, [28.00m, 60.00m, null]),
            (International, ShippingZone.Europe, [22.00m, 58.00m, null]),
            (International, ShippingZone.World, [29.00m, 79.00m, null]),
        ],
    };

    private static readonly ShippingTable UnitedKingdom = new()
    {
        Currency = "GBP",
        HomeCountry = "GB",
        Mainland = "the United Kingdom",
        HomeAreas = [Area.Country("GB"), Area.Country("GG"), Area.Country("IM"), Area.Country("JE")],
        Outlying = [("GG", null), ("IM", null), ("JE", null)],
        Rows =
        [
            (Ground, ShippingZone.Mainland, [3.50m, 8.00m, 34.00m]),
            (Ground, ShippingZone.Outlying, [6.50m, 17.00m, null]),
            (Express, ShippingZone.Mainland, [7.50m, 16.00m, null]),
            (International, ShippingZone.Europe, [11.00m, 29.00m, null]),
            (International, ShippingZone.World, [19.00m, 52.00m, null]),
        ],
    };

    private ShippingTable()
    {
    }

    public required string Currency { get; init; }

    /// <summary>The country from which the store ships.</summary>
    public required string HomeCountry { get; init; }

    /// <summary>The destinations of <see cref="ShippingZone.Mainland"/>, in words.</summary>
    public required string Mainland { get; init; }

    private (string Method, ShippingZone Zone, decimal?[] Rates)[] Rows { get; init; } = [];

    // Without a region, the whole country.
    private (string Country, string? Region)[] Outlying { get; init; } = [];

    private Area[] HomeAreas { get; init; } = [];

    /// <summary>Returns the rates in a currency.</summary>
    /// <exception cref="InvalidOperationException">The store has no rates in the currency.</exception>
    public static ShippingTable In(string currency) => currency switch
    {
        "USD" => UnitedStates,
        "GBP" => UnitedKingdom,
        _ => throw new InvalidOperationException($"The store has no shipping rates in {currency}. Set the currency to USD or GBP."),
    };

    /// <summary>Returns the rate; null if the method does not ship this weight to the zone.</summary>
    public Money? GetRate(string method, ShippingZone zone, decimal pounds) =>
        Array.FindIndex(WeightClasses, max => pounds <= max) is var index and >= 0
        && Rows.FirstOrDefault(row => row.Method == method && row.Zone == zone).Rates?[index] is { } rate
            ? new Money(rate, Currency)
            : null;

    public ShippingZone GetZone(string? countryCode, string? region)
    {
        var country = countryCode ?? HomeCountry;
        return Outlying.Any(each => each.Country == country && (each.Region is null || each.Region == region)) ? ShippingZone.Outlying
            : country == HomeCountry ? ShippingZone.Mainland
            : EuropeanCountries.Contains(country) ? ShippingZone.Europe
            : ShippingZone.World;
    }

    /// <summary>Returns the methods that ship this weight somewhere. Their price applies if the store does not respond in time.</summary>
    /// <param name="pounds">The weight of the cart.</param>
    /// <param name="defaultCost">The cost if the store does not respond; null for the rate of the method's first zone.</param>
    public IEnumerable<MerchantCalculatedShipping> GetMethods(decimal pounds, decimal? defaultCost) =>
        from method in new[] { Ground, Express, International }
        let rate = Rows.Where(row => row.Method == method).Select(row => GetRate(method, row.Zone, pounds)).FirstOrDefault(rate => rate is not null)
        where rate is not null
        let price = defaultCost is { } cost ? new Money(cost, Currency) : rate.Value
        let areas = GetAreas(method)
        select new MerchantCalculatedShipping { Name = method, Price = price, AddressFilters = areas, ShippingRestrictions = areas };

    private ShippingRestrictions GetAreas(string method) => method == International
        ? new ShippingRestrictions { AllowedAreas = [Area.World], ExcludedAreas = HomeAreas }
        : new ShippingRestrictions { AllowedAreas = HomeAreas };
}
