using System.Xml.Linq;
using GoogleCheckout.Xml;

namespace GoogleCheckout.Validation.Carts;

/// <summary>Validates the areas of tax rules and shipping methods.</summary>
internal static class AreaValidator
{
    private const int ZipLength = 5;

    /// <summary>Validates the areas of a list.</summary>
    public static void ValidateAll(CartErrorCollector errors, ElementPath container, IReadOnlyList<Area>? areas) => errors.ValidateEach(container, areas, GetElementName, Validate);

    /// <summary>Validates the single area of a container.</summary>
    public static void ValidateOnly(CartErrorCollector errors, ElementPath container, Area area) => Validate(errors, container.To(GetElementName(area)), area);

    private static void Validate(CartErrorCollector errors, ElementPath path, Area area)
    {
        switch (area)
        {
            case USStateArea state:
                errors.Add(path.To(Elements.State), IsTwoLetters(state.State) ? null : "must be the two uppercase letters of a state");
                break;
            case USZipArea zip:
                errors.Add(path.To(Elements.ZipPattern), IsZipPattern(zip.ZipPattern) ? null : "must be five digits, or up to four digits and an asterisk");
                break;
            case USCountryArea country:
                errors.Add(path.ToAttribute(Attributes.CountryArea), AreaXml.CountryAreas.Format(country.CountryArea) is null ? "is Unknown, which cannot be written" : null);
                break;
            case PostalArea postal:
                errors.Add(path.To(Elements.CountryCode), IsTwoLetters(postal.CountryCode) ? null : "must be the two uppercase letters of a country");
                errors.Add(path.To(Elements.PostalCodePattern), postal.PostalCodePattern is null ? null : GetError(postal.PostalCodePattern));
                break;
        }
    }

    private static XName GetElementName(Area area) => area switch
    {
        USStateArea => Elements.UsStateArea,
        USZipArea => Elements.UsZipArea,
        USCountryArea => Elements.UsCountryArea,
        PostalArea => Elements.PostalArea,
        _ => Elements.WorldArea,
    };

    private static bool IsTwoLetters(string? code) => code is { Length: 2 } && code.All(letter => letter is >= 'A' and <= 'Z');

    private static bool IsZipPattern(string? pattern)
    {
        var digits = pattern?.TakeWhile(character => character is >= '0' and <= '9').Count() ?? 0;
        return pattern?.Substring(digits) switch
        {
            "" => digits == ZipLength,
            "*" => digits < ZipLength,
            _ => false,
        };
    }

    private static string? GetError(string pattern) =>
        TextRules.GetNameError(pattern) ?? (pattern.IndexOf('*') is var star and >= 0 && star < pattern.Length - 1 ? "may contain an asterisk only at the end" : null);
}
