namespace GoogleCheckout;

/// <summary>The parts of an address that areas compare, in a normalized form: upper case, without spaces.</summary>
internal sealed class NormalizedAddress
{
    private const int ZipLength = 5;
    private const int ZipPlus4Length = 9;
    private const int InwardLength = 3;

    // The postal codes of these countries end with three characters, the first of which is a digit, whether a blank precedes them or not.
    private static readonly string[] WithInwardCode = ["CA", "GB", "GG", "IM", "JE"];

    // The first part of a postal code of two parts, normalized; null if it is not known where the second part begins.
    private readonly string? _outwardCode;

    public NormalizedAddress(Address address)
    {
        // Computed once: a cart compares an address with any number of areas.
        Country = Normalize(address.CountryCode);
        var isTerritory = USStates.IsTerritory(Country);
        IsInUnitedStates = Country == "US" || isTerritory;
        State = isTerritory ? Country : Country == "US" ? Normalize(address.Region) : string.Empty;
        var postalCode = Normalize(address.PostalCode);
        PostalCode = IsInUnitedStates ? GetFiveDigits(postalCode) : postalCode;
        _outwardCode = GetOutwardCode(address);
    }

    /// <summary>The country code in upper case; empty if the address has none.</summary>
    public string Country { get; }

    /// <summary>Whether the United States Postal Service treats the address as domestic. Includes military addresses and territories.</summary>
    public bool IsInUnitedStates { get; }

    /// <summary>The two-letter code of the state or territory; empty outside the United States.</summary>
    public string State { get; }

    /// <summary>The postal code without spaces, in upper case; in the United States only the first five digits.</summary>
    public string PostalCode { get; }

    /// <summary>
    /// Returns whether the postal code equals the pattern, or begins with the text before the pattern's final asterisk. A blank in the
    /// pattern ends the first part of the postal code.
    /// </summary>
    public bool MatchesPostalCode(string pattern)
    {
        var trimmed = pattern.Trim();
        return PostalCode.Length > 0 && (IndexOfBlank(trimmed) is >= 0 and var blank && _outwardCode is { } outward
            ? Normalize(trimmed.Remove(blank)) == outward && Matches(PostalCode, outward.Length, Normalize(trimmed.Substring(blank)))
            : Matches(PostalCode, 0, Normalize(trimmed)));
    }

    /// <summary>Converts text to upper case without spaces.</summary>
    public static string Normalize(string? text) =>
        text is null ? string.Empty : new string([.. text.Where(character => !char.IsWhiteSpace(character))]).ToUpperInvariant();

    private string? GetOutwardCode(Address address) =>
        IsInUnitedStates ? null
        : WithInwardCode.Contains(Country) ? (PostalCode.Length > InwardLength && char.IsDigit(PostalCode[PostalCode.Length - InwardLength]) ? PostalCode.Remove(PostalCode.Length - InwardLength) : PostalCode)
        : address.PostalCode?.Trim() is { } code && IndexOfBlank(code) is >= 0 and var blank ? Normalize(code.Remove(blank))
        : null;

    private static bool Matches(string code, int start, string pattern)
    {
        var isPrefix = pattern.IndexOf('*') is >= 0 and var asterisk && asterisk == pattern.Length - 1;
        var length = isPrefix ? pattern.Length - 1 : pattern.Length;
        return (isPrefix ? code.Length - start >= length : code.Length - start == length)
            && string.CompareOrdinal(code, start, pattern, 0, length) == 0;
    }

    private static int IndexOfBlank(string text) => text.TakeWhile(character => !char.IsWhiteSpace(character)).Count() is var length && length < text.Length ? length : -1;

    private static string GetFiveDigits(string code)
    {
        var digits = code.Split('-')[0];
        return digits.Length == ZipPlus4Length ? digits.Remove(ZipLength) : digits;
    }
}
