using GoogleCheckout.Carts;
using GoogleCheckout.Xml;

namespace GoogleCheckout.Validation.Carts;

/// <summary>Validates carrier-calculated shipping: within the United States, in USD, one parcel, and each service once in a cart.</summary>
internal sealed class CarrierShippingValidator
{
    private const string Currency = "USD";
    private const string Country = "US";

    // The schema allows any text. The service may know other values, but none of these for another company.
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

    public void Validate(CartErrorCollector errors, ElementPath path, CarrierCalculatedShipping shipping)
    {
        errors.Add(path, errors.Currency is null or Currency ? null : $"requires {Currency}, but the cart is in {errors.Currency}");
        var options = path.To(Elements.CarrierCalculatedShippingOptions);
        errors.Add(options, shipping.CarrierCalculatedShippingOptions is { Count: 0 } and not AbsentContainer<CarrierCalculatedShippingOption> ? "has no option: add at least one" : null);
        errors.ValidateEach(options, Elements.CarrierCalculatedShippingOption, shipping.CarrierCalculatedShippingOptions, Validate);
        var packages = path.To(Elements.ShippingPackages);
        errors.Add(packages, shipping.ShippingPackages is { Count: not 1 } and not AbsentContainer<ShippingPackage> ? FormattableString.Invariant($"has {shipping.ShippingPackages.Count} packages, but must have one") : null);
        errors.ValidateEach(packages, Elements.ShippingPackage, shipping.ShippingPackages, Validate);
    }

    private void Validate(CartErrorCollector errors, ElementPath path, CarrierCalculatedShippingOption option)
    {
        var isNew = _services.Add($"{option.ShippingCompany?.Trim()}/{option.ShippingType?.Trim()}");
        errors.Add(path, isNew ? null : "has the same company and type as a previous option");
        errors.ValidateAmount(path, Elements.Price, option.Price);
        errors.Add(path, Elements.ShippingCompany, TextRules.GetRequiredWordError(option.ShippingCompany));
        errors.Add(path, Elements.ShippingType, TextRules.GetNameError(option.ShippingType) ?? GetCompanyError(option));
        errors.Add(path, Elements.CarrierPickup, TextRules.GetWordError(option.CarrierPickup));
        if (option.AdditionalFixedCharge is { } charge)
        {
            errors.ValidateAmount(path, Elements.AdditionalFixedCharge, charge);
        }

        errors.Add(path, Elements.AdditionalVariableChargePercent, option.AdditionalVariableChargePercent < -100 ? "must be -100 or more" : null);
    }

    private static string? GetCompanyError(CarrierCalculatedShippingOption option)
    {
        static bool IsSame(string left, string? right) => left.Equals(right?.Trim(), StringComparison.OrdinalIgnoreCase);
        var companies = KnownServices.Where(service => IsSame(service.Type, option.ShippingType)).Select(service => service.Company).ToList();
        var isKnown = KnownServices.Any(service => IsSame(service.Company, option.ShippingCompany));
        return isKnown && companies.Count > 0 && !companies.Exists(company => IsSame(company, option.ShippingCompany)) ? $"is a service of {companies[0]}" : null;
    }

    private static void Validate(CartErrorCollector errors, ElementPath path, ShippingPackage package)
    {
        ValidateShipFrom(errors, path.To(Elements.ShipFrom), package.ShipFrom);
        ValidateDimension(errors, path.To(Elements.Length), package.Length);
        ValidateDimension(errors, path.To(Elements.Width), package.Width);
        ValidateDimension(errors, path.To(Elements.Height), package.Height);
        errors.Add(path, Elements.DeliveryAddressCategory, TextRules.GetWordError(package.DeliveryAddressCategory));
    }

    private static void ValidateShipFrom(CartErrorCollector errors, ElementPath path, AnonymousAddress? address)
    {
        if (address is null)
        {
            errors.Add(path, "is missing");
            return;
        }

        errors.Add(path.ToAttribute(Attributes.Id), TextRules.GetNameError(address.Id));
        errors.Add(path, Elements.City, TextRules.GetNameError(address.City));
        errors.Add(path, Elements.Region, TextRules.GetNameError(address.Region));
        errors.AddWarning(path, Elements.Region, AreaValidator.GetStateWarning(address.Region));
        errors.Add(path, Elements.PostalCode, TextRules.GetNameError(address.PostalCode));
        errors.Add(path, Elements.CountryCode, address.CountryCode == Country ? null : $"must be {Country}");
    }

    private static void ValidateDimension(CartErrorCollector errors, ElementPath path, Dimension? dimension)
    {
        if (dimension is not null)
        {
            errors.Add(path.ToAttribute(Attributes.Value), dimension.Value < 0 ? "must not be negative" : null);
            errors.Add(path.ToAttribute(Attributes.Unit), TextRules.GetRequiredWordError(dimension.Unit));
        }
    }
}
