using GoogleCheckout.Carts;
using GoogleCheckout.Xml;

namespace GoogleCheckout.Validation.Carts;

/// <summary>Validates the areas of shipping restrictions, each by itself and in combination.</summary>
internal static class RestrictionValidator
{
    public static void Validate(CartErrorCollector errors, ElementPath path, ShippingRestrictions restrictions)
    {
        ValidateAllowed(errors, path.To(Elements.AllowedAreas), restrictions);
        errors.AddWarning(path, Elements.ExcludedAreas, ExcludesAll(restrictions) ? "contains every allowed area, so that the method is never offered" : null);
        errors.ValidateEach(path.To(Elements.ExcludedAreas), restrictions.ExcludedAreas, AreaValidator.GetElementName, (_, areaPath, area) =>
        {
            AreaValidator.Validate(errors, areaPath, area);
            errors.AddWarning(areaPath, area is WorldArea ? "excludes every address, so that the method is never offered: remove it" : null);
        });
    }

    private static void ValidateAllowed(CartErrorCollector errors, ElementPath path, ShippingRestrictions restrictions)
    {
        if (restrictions.AllowedAreas is AbsentContainer<Area>)
        {
            errors.Add(path, "is missing: add the areas to which the method ships, or remove the restrictions to ship within the merchant's country");
            return;
        }

        var unsupported = new HashSet<string>(restrictions.GetUnsupportedCountries());
        errors.AddWarning(path, restrictions.AllowedAreas is { Count: 0 } ? "has no area: the merchant's country is used; name the areas to which the method ships" : null);
        errors.ValidateEach(path, restrictions.AllowedAreas, AreaValidator.GetElementName, (_, areaPath, area) =>
        {
            AreaValidator.Validate(errors, areaPath, area);
            var isUnsupported = area is PostalArea postal && unsupported.Contains(postal.CountryCode);
            errors.AddWarning(areaPath, Elements.CountryCode, isUnsupported ? "is a country to which the service does not ship, so it may reject the cart: remove the area" : null);
        });
    }

    private static bool ExcludesAll(ShippingRestrictions restrictions)
    {
        var excluded = GetAreas(restrictions.ExcludedAreas);
        var allowed = GetAreas(restrictions.AllowedAreas);
        var keys = new HashSet<string>(excluded.Select(AreaInclusion.GetKey));
        return allowed.Count > 0 && !excluded.Exists(area => area is WorldArea) && allowed.TrueForAll(area => AreaInclusion.GetContainers(area).Any(keys.Contains));
    }

    private static List<Area> GetAreas(IReadOnlyList<Area>? areas) => [.. (areas ?? []).Where(area => area is not null)];
}
