using System.Xml.Linq;
using GoogleCheckout.Xml;

namespace GoogleCheckout.Validation.Carts;

/// <summary>Parts of the world that taxes and shipping are for.</summary>
internal static class AreaValidator
{
    private const int LengthOfZip = 5;

    /// <summary>The areas of a list.</summary>
    public static void InAll(CartErrorCollector faults, ElementPath container, IReadOnlyList<Area>? areas) => faults.Each(container, areas, NameOf, In);

    /// <summary>The only area of a container.</summary>
    public static void InOnly(CartErrorCollector faults, ElementPath container, Area area) => In(faults, container.To(NameOf(area)), area);

    private static void In(CartErrorCollector faults, ElementPath path, Area area)
    {
        switch (area)
        {
            case USStateArea state:
                faults.Note(path.To(Elements.State), IsTwoLetters(state.State) ? null : "must be the two upper-case letters of a state");
                break;
            case USZipArea zip:
                faults.Note(path.To(Elements.ZipPattern), IsZipPattern(zip.ZipPattern) ? null : "must be five digits, or up to four and an asterisk");
                break;
            case USCountryArea country:
                faults.Note(path.ToAttribute(Attributes.CountryArea), AreaXml.CountryAreas.Format(country.CountryArea) is null ? "is Unknown, which cannot be written" : null);
                break;
            case PostalArea postal:
                faults.Note(path.To(Elements.CountryCode), IsTwoLetters(postal.CountryCode) ? null : "must be the two upper-case letters of a country");
                faults.Note(path.To(Elements.PostalCodePattern), postal.PostalCodePattern is null ? null : GetError(postal.PostalCodePattern));
                break;
        }
    }

    private static XName NameOf(Area area) => area switch
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
            "" => digits == LengthOfZip,
            "*" => digits < LengthOfZip,
            _ => false,
        };
    }

    private static string? GetError(string pattern) =>
        TextRules.GetNameError(pattern) ?? (pattern.IndexOf('*') is var star and >= 0 && star < pattern.Length - 1 ? "may have an asterisk at its end only" : null);
}
