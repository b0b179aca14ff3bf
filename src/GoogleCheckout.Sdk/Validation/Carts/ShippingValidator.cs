using System.Xml.Linq;
using GoogleCheckout.Carts;
using GoogleCheckout.Xml;

namespace GoogleCheckout.Validation.Carts;

/// <summary>The ways of shipping, each by itself and all together.</summary>
internal sealed class ShippingValidator
{
    private const int MaxNameLength = 255;

    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);
    private readonly CarrierShippingValidator _carriers = new();

    private ShippingValidator()
    {
    }

    public static void In(CartErrorCollector faults, ElementPath path, IReadOnlyList<ShippingMethod>? methods)
    {
        if (methods is { Count: > 0 })
        {
            faults.Note(path, GetPresenceError(faults.Facts));
            faults.Note(path, MixesMerchantCalculated(methods) ? "has merchant-calculated shipping beside other kinds, which the service does not mix" : null);
        }

        var check = new ShippingValidator();
        faults.Each(path, methods, NameOf, check.In);
    }

    private static string? GetPresenceError(CartValidationContext facts) =>
        facts.Account is { Donations: true } ? "may not be there: a donation is not shipped"
        : facts.IsDigitalOnly ? "may not be there: all items are digital"
        : null;

    private static bool MixesMerchantCalculated(IReadOnlyList<ShippingMethod> methods) =>
        methods.Any(method => method is MerchantCalculatedShipping) && !methods.All(method => method is MerchantCalculatedShipping);

    private static XName NameOf(ShippingMethod method) => method switch
    {
        FlatRateShipping => Elements.FlatRateShipping,
        MerchantCalculatedShipping => Elements.MerchantCalculatedShipping,
        Pickup => Elements.Pickup,
        _ => Elements.CarrierCalculatedShipping,
    };

    private void In(CartErrorCollector faults, ElementPath path, ShippingMethod method)
    {
        switch (method)
        {
            case FlatRateShipping flatRate:
                InNamed(faults, path, flatRate.Name, flatRate.Price);
                InRestrictions(faults, path.To(Elements.ShippingRestrictions), flatRate.ShippingRestrictions);
                break;
            case MerchantCalculatedShipping merchantCalculated:
                InNamed(faults, path, merchantCalculated.Name, merchantCalculated.Price);
                InRestrictions(faults, path.To(Elements.AddressFilters), merchantCalculated.AddressFilters);
                InRestrictions(faults, path.To(Elements.ShippingRestrictions), merchantCalculated.ShippingRestrictions);
                break;
            case Pickup pickup:
                InNamed(faults, path, pickup.Name, pickup.Price);
                break;
            case CarrierCalculatedShipping carrierCalculated:
                _carriers.In(faults, path, carrierCalculated);
                break;
        }
    }

    private void InNamed(CartErrorCollector faults, ElementPath path, string? name, Money price)
    {
        var isNew = name is null || _names.Add(name.Trim());
        faults.Note(path.ToAttribute(Attributes.Name), TextRules.GetNameError(name, MaxNameLength) ?? (isNew ? null : "is the name of a way of shipping before it"));
        faults.Amount(path.To(Elements.Price), price);
    }

    private static void InRestrictions(CartErrorCollector faults, ElementPath path, ShippingRestrictions? restrictions)
    {
        if (restrictions is not null)
        {
            var allowed = path.To(Elements.AllowedAreas);
            faults.Note(allowed, restrictions.AllowedAreas is { Count: 0 } ? "has no area, so that nothing could be shipped: allow a world-area and exclude the others" : null);
            AreaValidator.InAll(faults, allowed, restrictions.AllowedAreas);
            AreaValidator.InAll(faults, path.To(Elements.ExcludedAreas), restrictions.ExcludedAreas);
        }
    }
}
