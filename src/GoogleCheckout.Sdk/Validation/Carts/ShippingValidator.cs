using System.Xml.Linq;
using GoogleCheckout.Carts;
using GoogleCheckout.Xml;

namespace GoogleCheckout.Validation.Carts;

/// <summary>Validates the shipping methods, each separately and in combination.</summary>
internal sealed class ShippingValidator
{
    private const int MaxNameLength = 255;

    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);
    private readonly CarrierShippingValidator _carriers = new();

    private ShippingValidator()
    {
    }

    public static void Validate(CartErrorCollector errors, ElementPath path, IReadOnlyList<ShippingMethod>? methods)
    {
        if (methods is { Count: > 0 })
        {
            errors.Add(path, GetPresenceError(errors.Context));
            errors.Add(path, MixesMerchantCalculated(methods) ? "combines merchant-calculated shipping with other kinds, which the service does not support" : null);
        }

        var validator = new ShippingValidator();
        errors.ValidateEach(path, methods, GetElementName, validator.Validate);
    }

    private static string? GetPresenceError(CartValidationContext context) =>
        context.Account is { Donations: true } ? "must be empty: a donation is not shipped"
        : context.IsDigitalOnly ? "must be empty: all items are digital"
        : null;

    private static bool MixesMerchantCalculated(IReadOnlyList<ShippingMethod> methods) =>
        methods.Any(method => method is MerchantCalculatedShipping) && !methods.All(method => method is MerchantCalculatedShipping);

    private static XName GetElementName(ShippingMethod method) => method switch
    {
        FlatRateShipping => Elements.FlatRateShipping,
        MerchantCalculatedShipping => Elements.MerchantCalculatedShipping,
        Pickup => Elements.Pickup,
        _ => Elements.CarrierCalculatedShipping,
    };

    private void Validate(CartErrorCollector errors, ElementPath path, ShippingMethod method)
    {
        switch (method)
        {
            case FlatRateShipping flatRate:
                ValidateNamed(errors, path, flatRate.Name, flatRate.Price);
                ValidateRestrictions(errors, path.To(Elements.ShippingRestrictions), flatRate.ShippingRestrictions);
                break;
            case MerchantCalculatedShipping merchantCalculated:
                ValidateNamed(errors, path, merchantCalculated.Name, merchantCalculated.Price);
                ValidateRestrictions(errors, path.To(Elements.AddressFilters), merchantCalculated.AddressFilters);
                ValidateRestrictions(errors, path.To(Elements.ShippingRestrictions), merchantCalculated.ShippingRestrictions);
                break;
            case Pickup pickup:
                ValidateNamed(errors, path, pickup.Name, pickup.Price);
                break;
            case CarrierCalculatedShipping carrierCalculated:
                _carriers.Validate(errors, path, carrierCalculated);
                break;
        }
    }

    private void ValidateNamed(CartErrorCollector errors, ElementPath path, string? name, Money price)
    {
        var isNew = name is null || _names.Add(name.Trim());
        errors.Add(path.ToAttribute(Attributes.Name), TextRules.GetNameError(name, MaxNameLength) ?? (isNew ? null : "is already the name of another shipping method"));
        errors.ValidateAmount(path, Elements.Price, price);
    }

    private static void ValidateRestrictions(CartErrorCollector errors, ElementPath path, ShippingRestrictions? restrictions)
    {
        if (restrictions is not null)
        {
            RestrictionValidator.Validate(errors, path, restrictions);
        }
    }
}
