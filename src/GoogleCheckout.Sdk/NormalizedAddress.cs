namespace GoogleCheckout;

/// <summary>The parts of an address that areas compare, in a normalized form: upper case, without spaces.</summary>
internal sealed class NormalizedAddress(Address address)
{
    private const int ZipLength = 5;
    private const int ZipPlus4Length = 9;

    /// <summary>The country code in upper case; empty if the address has none.</summary>
    public string Country { get; } = Normalize(address.CountryCode);

    /// <summary>Whether the United States Postal Service treats the address as domestic. Includes military addresses and territories.</summary>
    public bool IsInUnitedStates => Country == "US" || IsTerritory;

    /// <summary>The two-letter code of the state or territory; empty outside the United States.</summary>
    public string State => IsTerritory ? Country : Country == "US" ? Normalize(address.Region) : string.Empty;

    /// <summary>The postal code without spaces, in upper case; in the United States only the first five digits.</summary>
    public string PostalCode => IsInUnitedStates ? GetFiveDigits(Normalize(address.PostalCode)) : Normalize(address.PostalCode);

    private bool IsTerritory => USStates.IsTerritory(Country);

    /// <summary>Returns whether the postal code equals the pattern, or begins with the text before the pattern's final asterisk.</summary>
    public bool MatchesPostalCode(string pattern)
    {
        var code = PostalCode;
        var normalizedPattern = Normalize(pattern);
        var asterisk = normalizedPattern.IndexOf('*');
        return code.Length > 0 && (asterisk >= 0 && asterisk == normalizedPattern.Length - 1
            ? code.StartsWith(normalizedPattern.Remove(asterisk), StringComparison.Ordinal)
            : code == normalizedPattern);
    }

    /// <summary>Converts text to upper case without spaces.</summary>
    public static string Normalize(string? text) =>
        text is null ? string.Empty : new string([.. text.Where(character => !char.IsWhiteSpace(character))]).ToUpperInvariant();

    private static string GetFiveDigits(string code)
    {
        var digits = code.Split('-')[0];
        return digits.Length == ZipPlus4Length ? digits.Remove(ZipLength) : digits;
    }
}
