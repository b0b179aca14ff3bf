namespace GoogleCheckout;

/// <summary>What an area looks at in an address, written in one way.</summary>
internal sealed class NormalizedAddress(Address address)
{
    private const int ZipLength = 5;
    private const int ZipPlus4Length = 9;

    // What the postal service of the United States serves as its own, and ISO 3166-1 has codes of their own for.
    private static readonly string[] Territories = ["AS", "FM", "GU", "MH", "MP", "PR", "PW", "VI"];

    /// <summary>The code of the country, in upper case; empty where the address has none.</summary>
    public string Country { get; } = Compact(address.CountryCode);

    /// <summary>Whether the postal service of the United States delivers there, military addresses and territories included.</summary>
    public bool IsInUnitedStates => Country == "US" || IsTerritory;

    /// <summary>The letters of the state or territory of the United States; empty elsewhere.</summary>
    public string State => IsTerritory ? Country : Country == "US" ? Compact(address.Region) : string.Empty;

    /// <summary>The postal code without spaces, in upper case; in the United States its five digits.</summary>
    public string PostalCode => IsInUnitedStates ? Zip(Compact(address.PostalCode)) : Compact(address.PostalCode);

    private bool IsTerritory => Territories.Contains(Country);

    /// <summary>Whether the postal code is the one of a pattern, or begins with what it has before its asterisk.</summary>
    public bool HasPostalCodeLike(string pattern)
    {
        var code = PostalCode;
        var wanted = Compact(pattern);
        var asterisk = wanted.IndexOf('*');
        return code.Length > 0 && (asterisk >= 0 && asterisk == wanted.Length - 1
            ? code.StartsWith(wanted.Remove(asterisk), StringComparison.Ordinal)
            : code == wanted);
    }

    /// <summary>Upper case without spaces.</summary>
    public static string Compact(string? text) =>
        text is null ? string.Empty : new string([.. text.Where(character => !char.IsWhiteSpace(character))]).ToUpperInvariant();

    private static string Zip(string code)
    {
        var digits = code.Split('-')[0];
        return digits.Length == ZipPlus4Length ? digits.Remove(ZipLength) : digits;
    }
}
