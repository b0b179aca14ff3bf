using System.Xml.Linq;
using GoogleCheckout.Xml;

namespace GoogleCheckout.Validation.Carts;

/// <summary>Validates the areas of tax rules and shipping methods.</summary>
internal static class AreaValidator
{
    private const int ZipLength = 5;

    private static readonly string[] UnassignedZips = ["000", "001", "002", "003", "004"];

    /// <summary>Validates the areas of a list.</summary>
    public static void ValidateAll(CartErrorCollector errors, ElementPath container, IReadOnlyList<Area>? areas) => errors.ValidateEach(container, areas, GetElementName, Validate);

    /// <summary>Validates the single area of a container.</summary>
    public static void ValidateOnly(CartErrorCollector errors, ElementPath container, Area area) => Validate(errors, container.To(GetElementName(area)), area);

    /// <summary>Validates an area.</summary>
    public static void Validate(CartErrorCollector errors, ElementPath path, Area area)
    {
        switch (area)
        {
            case USStateArea state:
                errors.Add(path, Elements.State, TextRules.GetNameError(state.State));
                errors.AddWarning(path, Elements.State, GetStateWarning(state.State));
                break;
            case USZipArea zip:
                errors.Add(path, Elements.ZipPattern, IsZipPattern(zip.ZipPattern?.Trim()) ? null : "must be five digits, or up to four digits and an asterisk");
                errors.AddWarning(path, Elements.ZipPattern, GetZipWarning(zip.ZipPattern));
                break;
            case USCountryArea country:
                errors.Add(path.ToAttribute(Attributes.CountryArea), AreaXml.CountryAreas.Format(country.CountryArea) is null ? "is Unknown, which cannot be written" : null);
                break;
            case PostalArea postal:
                ValidateCountry(errors, path.To(Elements.CountryCode), postal.CountryCode);
                errors.Add(path, Elements.PostalCodePattern, postal.PostalCodePattern is null ? null : GetError(postal.PostalCodePattern));
                errors.AddWarning(path, Elements.PostalCodePattern, GetPatternWarning(postal));
                break;
        }
    }

    /// <summary>Validates a country code. One that ISO 3166-1 does not have is a warning: the schema allows any text, and the address of no buyer has it.</summary>
    public static void ValidateCountry(CartErrorCollector errors, ElementPath path, string? code)
    {
        errors.Add(path, TextRules.GetNameError(code));
        errors.AddWarning(path, string.IsNullOrWhiteSpace(code) || Countries.Contains(code!) ? null : $"is not an ISO 3166-1 country code{ToHint(Countries.FindHint(code!))}");
    }

    /// <summary>Returns the warning for a text that should be the code of a state; null if it is one, or is blank.</summary>
    public static string? GetStateWarning(string? state) =>
        string.IsNullOrWhiteSpace(state) || USStates.Contains(state!) ? null : $"is not a code of a state of the United States{ToHint(USStates.FindHint(state!))}";

    /// <summary>Returns the name of the element for an area.</summary>
    public static XName GetElementName(Area area) => area switch
    {
        USStateArea => Elements.UsStateArea,
        USZipArea => Elements.UsZipArea,
        USCountryArea => Elements.UsCountryArea,
        PostalArea => Elements.PostalArea,
        _ => Elements.WorldArea,
    };

    private static string ToHint(string? hint) => hint is null ? string.Empty : $": {hint}";

    private static string? GetZipWarning(string? pattern) =>
        IsZipPattern(pattern) && UnassignedZips.Any(zip => pattern!.StartsWith(zip, StringComparison.Ordinal)) ? "matches no ZIP code: the lowest is 00501" : null;

    private static string? GetPatternWarning(PostalArea area) =>
        NormalizedAddress.Normalize(area.CountryCode) == "US" && area.PostalCodePattern is { } pattern && GetError(pattern) is null && !IsZipPattern(NormalizedAddress.Normalize(pattern))
            ? "matches no ZIP code of the United States: write five digits, or up to four digits and an asterisk"
            : null;

    /// <summary>Returns whether a text is five digits, or up to four digits and an asterisk.</summary>
    public static bool IsZipPattern(string? pattern)
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
