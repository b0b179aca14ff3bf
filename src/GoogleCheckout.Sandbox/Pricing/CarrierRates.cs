using GoogleCheckout.Carts;

namespace GoogleCheckout.Sandbox.Pricing;

/// <summary>
/// Invented prices in USD that replace those of the carriers. They do not depend on the address. Each rate has a price for the first
/// pound and a price for each further pound or part of a pound.
/// </summary>
internal static class CarrierRates
{
    private const decimal PoundsInAKilogram = 2.20462262m;

    private static readonly Dictionary<string, (decimal FirstPound, decimal FurtherPound)> Rates = new(StringComparer.OrdinalIgnoreCase)
    {
        [Name(ShippingCompanies.FedEx, FedExShippingTypes.Ground)] = (7.00m, 0.60m),
        [Name(ShippingCompanies.FedEx, FedExShippingTypes.HomeDelivery)] = (8.00m, 0.65m),
        [Name(ShippingCompanies.FedEx, FedExShippingTypes.ExpressSaver)] = (16.00m, 1.20m),
        [Name(ShippingCompanies.FedEx, FedExShippingTypes.TwoDay)] = (20.00m, 1.40m),
        [Name(ShippingCompanies.FedEx, FedExShippingTypes.StandardOvernight)] = (30.00m, 1.90m),
        [Name(ShippingCompanies.FedEx, FedExShippingTypes.PriorityOvernight)] = (35.00m, 2.10m),
        [Name(ShippingCompanies.FedEx, FedExShippingTypes.FirstOvernight)] = (60.00m, 2.50m),
        [Name(ShippingCompanies.UPS, UpsShippingTypes.Ground)] = (7.00m, 0.60m),
        [Name(ShippingCompanies.UPS, UpsShippingTypes.ThreeDaySelect)] = (14.00m, 1.00m),
        [Name(ShippingCompanies.UPS, UpsShippingTypes.SecondDayAir)] = (19.00m, 1.40m),
        [Name(ShippingCompanies.UPS, UpsShippingTypes.SecondDayAirAM)] = (23.00m, 1.50m),
        [Name(ShippingCompanies.UPS, UpsShippingTypes.NextDayAirSaver)] = (30.00m, 1.90m),
        [Name(ShippingCompanies.UPS, UpsShippingTypes.NextDayAir)] = (34.00m, 2.10m),
        [Name(ShippingCompanies.UPS, UpsShippingTypes.NextDayAirEarlyAM)] = (62.00m, 2.50m),
        [Name(ShippingCompanies.USPS, UspsShippingTypes.MediaMail)] = (2.50m, 0.40m),
        [Name(ShippingCompanies.USPS, UspsShippingTypes.ParcelPost)] = (5.00m, 0.50m),
        [Name(ShippingCompanies.USPS, UspsShippingTypes.PriorityMail)] = (5.50m, 0.90m),
        [Name(ShippingCompanies.USPS, UspsShippingTypes.ExpressMail)] = (15.00m, 1.80m),
    };

    /// <summary>Returns the carrier's price for the items; null if the carrier has no such service.</summary>
    public static Money? FindPrice(CarrierCalculatedShippingOption option, IEnumerable<Item> items) =>
        Rates.TryGetValue(Name(option.ShippingCompany.Trim(), option.ShippingType.Trim()), out var rate)
            ? new Money(rate.FirstPound + (rate.FurtherPound * Math.Max(0m, decimal.Ceiling(items.Sum(GetPounds)) - 1m)), "USD")
            : null;

    private static decimal GetPounds(Item item) =>
        item is not { DigitalContent: null, ItemWeight: { } weight } ? 0m
        : item.Quantity * weight.Value * (weight.Unit.Equals(WeightUnits.Kilogram, StringComparison.OrdinalIgnoreCase) ? PoundsInAKilogram : 1m);

    private static string Name(string company, string type) => $"{company}/{type}";
}
