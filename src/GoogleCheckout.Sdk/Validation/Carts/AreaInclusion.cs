namespace GoogleCheckout.Validation.Carts;

/// <summary>
/// Determines which areas certainly contain another area. Areas that only overlap, or whose relation depends on which ZIP codes a state
/// has, are not compared.
/// </summary>
internal static class AreaInclusion
{
    private const string World = "world";
    private const string UnitedStates = "US";

    // Longer patterns match no postal code.
    private const int MaxPatternLength = 32;

    /// <summary>Returns a key that is the same for equal areas.</summary>
    public static string GetKey(Area area) => area switch
    {
        WorldArea => World,
        USCountryArea country => ToKey(country.CountryArea),
        USStateArea state => $"state:{NormalizedAddress.Normalize(state.State)}",
        USZipArea zip => $"zip:{NormalizedAddress.Normalize(zip.ZipPattern)}",
        PostalArea { PostalCodePattern: { Length: > 0 } pattern } postal => $"{ToKey(postal.CountryCode)}:{NormalizePattern(pattern)}",
        PostalArea postal => ToKey(postal.CountryCode),
        _ => area.ToString(),
    };

    /// <summary>Returns the keys of all areas that certainly contain an area: that of the area itself, and those of larger ones.</summary>
    public static IEnumerable<string> GetContainers(Area area) => (area switch
    {
        USCountryArea country => GetContainers(country.CountryArea),
        USStateArea { State: { } state } => GetContainersOfState(state),
        USZipArea { ZipPattern: { } pattern } when AreaValidator.IsZipPattern(pattern) => GetPatterns(pattern).Select(larger => $"zip:{larger}").Append(ToKey(USAreas.All)),
        PostalArea { CountryCode: { } country } postal => GetContainers(country, postal.PostalCodePattern),
        _ => [],
    }).Append(GetKey(area)).Append(World);

    private static IEnumerable<string> GetContainers(USAreas part) => part switch
    {
        USAreas.Continental48 => [ToKey(USAreas.Full50States), ToKey(USAreas.All), ToKey(UnitedStates)],
        USAreas.Full50States => [ToKey(USAreas.All), ToKey(UnitedStates)],
        _ => [],
    };

    private static IEnumerable<string> GetContainersOfState(string state) =>
    [
        ToKey(USAreas.All),
        .. USStates.IsState(state) ? [ToKey(USAreas.Full50States)] : Array.Empty<string>(),
        .. USStates.IsContinental(state) ? [ToKey(USAreas.Continental48)] : Array.Empty<string>(),
        .. USStates.IsTerritory(state) ? Array.Empty<string>() : [ToKey(UnitedStates)],
    ];

    private static IEnumerable<string> GetContainers(string country, string? pattern)
    {
        var isDomestic = NormalizedAddress.Normalize(country) == UnitedStates || USStates.IsTerritory(country);
        var patterns = string.IsNullOrEmpty(pattern) ? [] : GetPatterns(pattern!).ToList();
        return patterns.Select(larger => $"{ToKey(country)}:{larger}")
            .Concat(isDomestic ? patterns.Select(larger => $"zip:{larger}").Append(ToKey(USAreas.All)) : [])
            .Concat(USStates.IsTerritory(country) ? [$"state:{NormalizedAddress.Normalize(country)}"] : [])
            .Append(ToKey(country));
    }

    /// <summary>Returns the patterns that match at least what a pattern matches, for example S* and SW* for SW1*.</summary>
    private static IEnumerable<string> GetPatterns(string pattern)
    {
        var stem = pattern.TrimEnd().TrimEnd('*');
        return pattern.Length > MaxPatternLength
            ? []
            : GetPrefixes(NormalizedAddress.Normalize(stem)).Concat(HasBlank(stem) ? GetPrefixes(CollapseBlanks(stem)) : []).Select(prefix => $"{prefix}*");
    }

    private static IEnumerable<string> GetPrefixes(string text) => Enumerable.Range(0, text.Length + 1).Select(length => text.Substring(0, length));

    // A blank before the asterisk ends the outward part of a British postal code, so it is kept there.
    private static string NormalizePattern(string pattern)
    {
        var stem = pattern.TrimEnd().TrimEnd('*');
        return pattern.Contains('*') && HasBlank(stem) ? $"{CollapseBlanks(stem)}*" : NormalizedAddress.Normalize(pattern);
    }

    private static bool HasBlank(string text) => text.TrimStart().Any(char.IsWhiteSpace);

    private static string CollapseBlanks(string text) =>
        string.Join(" ", text.TrimStart().ToUpperInvariant().Split((char[]?)null));

    private static string ToKey(USAreas part) => $"us:{part}";

    private static string ToKey(string country) => $"country:{NormalizedAddress.Normalize(country)}";
}
