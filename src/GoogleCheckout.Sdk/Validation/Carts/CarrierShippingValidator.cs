using GoogleCheckout.Carts;
using GoogleCheckout.Xml;

namespace GoogleCheckout.Validation.Carts;

/// <summary>Shipping at a carrier's price: from and to the United States, in USD, as one parcel, each service once in a cart.</summary>
internal sealed class CarrierShippingValidator
{
    private const string Currency = "USD";
    private const string Country = "US";

    // Words the schema leaves open: others may be known to the service, but none of these to another company.
    private static readonly (string Company, string Type)[] KnownServices =
    [
        (ShippingCompanies.FedEx, FedExShippingTypes.Ground),
        (ShippingCompanies.FedEx, FedExShippingTypes.HomeDelivery),
        (ShippingCompanies.FedEx, FedExShippingTypes.ExpressSaver),
        (ShippingCompanies.FedEx, FedExShippingTypes.FirstOvernight),
        (ShippingCompanies.FedEx, FedExShippingTypes.PriorityOvernight),
        (ShippingCompanies.FedEx, FedExShippingTypes.StandardOvernight),
        (ShippingCompanies.FedEx, FedExShippingTypes.TwoDay),
        (ShippingCompanies.UPS, UpsShippingTypes.NextDayAir),
        (ShippingCompanies.UPS, UpsShippingTypes.NextDayAirEarlyAM),
        (ShippingCompanies.UPS, UpsShippingTypes.NextDayAirSaver),
        (ShippingCompanies.UPS, UpsShippingTypes.SecondDayAir),
        (ShippingCompanies.UPS, UpsShippingTypes.SecondDayAirAM),
        (ShippingCompanies.UPS, UpsShippingTypes.ThreeDaySelect),
        (ShippingCompanies.UPS, UpsShippingTypes.Ground),
        (ShippingCompanies.USPS, UspsShippingTypes.ExpressMail),
        (ShippingCompanies.USPS, UspsShippingTypes.PriorityMail),
        (ShippingCompanies.USPS, UspsShippingTypes.ParcelPost),
        (ShippingCompanies.USPS, UspsShippingTypes.MediaMail),
    ];

    private readonly HashSet<string> _services = new(StringComparer.OrdinalIgnoreCase);

    public void In(CartErrorCollector faults, ElementPath path, CarrierCalculatedShipping shipping)
    {
        faults.Note(path, faults.Currency is null or Currency ? null : $"works in {Currency} only, but the cart is in {faults.Currency}");
        var options = path.To(Elements.CarrierCalculatedShippingOptions);
        faults.Note(options, shipping.CarrierCalculatedShippingOptions is { Count: 0 } ? "has no option" : null);
        faults.Each(options, Elements.CarrierCalculatedShippingOption, shipping.CarrierCalculatedShippingOptions, In);
        var packages = path.To(Elements.ShippingPackages);
        faults.Note(packages, shipping.ShippingPackages is { Count: not 1 } ? FormattableString.Invariant($"has {shipping.ShippingPackages.Count} packages, but must have one") : null);
        faults.Each(packages, Elements.ShippingPackage, shipping.ShippingPackages, In);
    }

    private void In(CartErrorCollector faults, ElementPath path, CarrierCalculatedShippingOption option)
    {
        var isNew = _services.Add($"{option.ShippingCompany?.Trim()}/{option.ShippingType?.Trim()}");
        faults.Note(path, isNew ? null : "is of the same company and type as an option before it");
        faults.Amount(path.To(Elements.Price), option.Price);
        faults.Note(path.To(Elements.ShippingCompany), TextRules.GetRequiredWordError(option.ShippingCompany));
        faults.Note(path.To(Elements.ShippingType), TextRules.GetNameError(option.ShippingType) ?? GetCompanyError(option));
        faults.Note(path.To(Elements.CarrierPickup), TextRules.GetWordError(option.CarrierPickup));
        if (option.AdditionalFixedCharge is { } charge)
        {
            faults.Amount(path.To(Elements.AdditionalFixedCharge), charge);
        }

        faults.Note(path.To(Elements.AdditionalVariableChargePercent), option.AdditionalVariableChargePercent < -100 ? "takes off more than the whole price" : null);
    }

    private static string? GetCompanyError(CarrierCalculatedShippingOption option)
    {
        static bool Same(string left, string? right) => left.Equals(right?.Trim(), StringComparison.OrdinalIgnoreCase);
        var companies = KnownServices.Where(service => Same(service.Type, option.ShippingType)).Select(service => service.Company).ToList();
        var isKnown = KnownServices.Any(service => Same(service.Company, option.ShippingCompany));
        return isKnown && companies.Count > 0 && !companies.Exists(company => Same(company, option.ShippingCompany)) ? $"is a service of {companies[0]}" : null;
    }

    private static void In(CartErrorCollector faults, ElementPath path, ShippingPackage package)
    {
        InShipFrom(faults, path.To(Elements.ShipFrom), package.ShipFrom);
        InDimension(faults, path.To(Elements.Length), package.Length);
        InDimension(faults, path.To(Elements.Width), package.Width);
        InDimension(faults, path.To(Elements.Height), package.Height);
        faults.Note(path.To(Elements.DeliveryAddressCategory), TextRules.GetWordError(package.DeliveryAddressCategory));
    }

    private static void InShipFrom(CartErrorCollector faults, ElementPath path, AnonymousAddress? address)
    {
        if (address is null)
        {
            faults.Note(path, "is missing");
            return;
        }

        faults.Note(path.ToAttribute(Attributes.Id), TextRules.GetNameError(address.Id));
        faults.Note(path.To(Elements.City), TextRules.GetNameError(address.City));
        faults.Note(path.To(Elements.Region), TextRules.GetNameError(address.Region));
        faults.Note(path.To(Elements.PostalCode), TextRules.GetNameError(address.PostalCode));
        faults.Note(path.To(Elements.CountryCode), address.CountryCode == Country ? null : $"must be {Country}");
    }

    private static void InDimension(CartErrorCollector faults, ElementPath path, Dimension? dimension)
    {
        if (dimension is not null)
        {
            faults.Note(path.ToAttribute(Attributes.Value), dimension.Value < 0 ? "may not be negative" : null);
            faults.Note(path.ToAttribute(Attributes.Unit), TextRules.GetRequiredWordError(dimension.Unit));
        }
    }
}
