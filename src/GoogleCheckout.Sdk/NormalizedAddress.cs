namespace GoogleCheckout;

/// <summary>The parts of an address that areas compare, in a normalized form: upper case, without spaces.</summary>
internal sealed class NormalizedAddress(Address address)
{
    private const int ZipLength = 5;
    private const int ZipPlus4Length = 9;
    private const int InwardLength = 3;

    // The postal codes of these countries end with three characters, the first of which is a digit, whether a blank precedes them or not.
    private static readonly string[] WithInwardCode = ["CA", "GB", "GG", "IM", "JE"];

    /// <summary>The country code in upper case; empty if the address has none.</summary>
    public string Country { get; } = Normalize(address.CountryCode);

    /// <summary>Whether the United States Postal Service treats the address as domestic. Includes military addresses and territories.</summary>
    public bool IsInUnitedStates => Country == "US" || IsTerritory;

    /// <summary>The two-letter code of the state or territory; empty outside the United States.</summary>
    public string State => IsTerritory ? Country : Country == "US" ? Normalize(address.Region) : string.Empty;

    /// <summary>The postal code without spaces, in upper case; in the United States only the first five digits.</summary>
    public string PostalCode => IsInUnitedStates ? GetFiveDigits(Normalize(address.PostalCode)) : Normalize(address.PostalCode);

    /// <summary>The first part of a postal code of two parts, normalized; null if it is not known where the second part begins.</summary>
    private string? OutwardCode =>
        IsInUnitedStates ? null
        : WithInwardCode.Contains(Country) ? (PostalCode.Length > InwardLength && char.IsDigit(PostalCode[PostalCode.Length - InwardLength]) ? PostalCode.Remove(PostalCode.Length - InwardLength) : PostalCode)
        : address.PostalCode?.Trim() is { } code && IndexOfBlank(code) is >= 0 and var blank ? Normalize(code.Remove(blank))
        : null;

    private bool IsTerritory => USStates.IsTerritory(Country);

    /// <summary>
    /// Returns whether the postal code equals the pattern, or begins with the text before the pattern's final asterisk. A blank in the
    /// pattern ends the first part of the postal code.
    /// </summary>
    public bool MatchesPostalCode(string pattern)
    {
        var trimmed = pattern.Trim();
        return PostalCode.Length > 0 && (IndexOfBlank(trimmed) is >= 0 and var blank && OutwardCode is { } outward
            ? Normalize(trimmed.Remove(blank)) == outward && Matches(PostalCode.Substring(outward.Length), Normalize(trimmed.Substring(blank)))
            : Matches(PostalCode, Normalize(trimmed)));
    }

    /// <summary>Converts text to upper case without spaces.</summary>
    public static string Normalize(string? text) =>
        text is null ? string.Empty : new string([.. text.Where(character => !char.IsWhiteSpace(character))]).ToUpperInvariant();

    private static bool Matches(string code, string pattern) => pattern.IndexOf('*') is >= 0 and var asterisk && asterisk == pattern.Length - 1
        ? code.StartsWith(pattern.Remove(asterisk), StringComparison.Ordinal)
        : code == pattern;

    private static int IndexOfBlank(string text) => text.TakeWhile(character => !char.IsWhiteSpace(character)).Count() is var length && length < text.Length ? length : -1;

    private static string GetFiveDigits(string code)
    {
        var digits = code.Split('-')[0];
        return digits.Length == ZipPlus4Length ? digits.Remove(ZipLength) : digits;
    }
}
