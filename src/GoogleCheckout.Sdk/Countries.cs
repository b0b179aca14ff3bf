namespace GoogleCheckout;

/// <summary>The countries that ISO 3166-1 defines. Codes and names are compared without regard to case and spaces.</summary>
internal static partial class Countries
{
    // The service rejected carts that ship there. The list is a vendor's, and its end is lost. FX was Metropolitan France.
    private static readonly HashSet<string> Unsupported = ["AD", "CU", "FX", "IR", "KP", "LY", "MM", "SD", "SY"];

    // Texts that are often written in place of a code, or of the name in ISO 3166-1.
    private static readonly Dictionary<string, string> Aliases = new()
    {
        ["UK"] = "GB",
        ["GREATBRITAIN"] = "GB",
        ["BRITAIN"] = "GB",
        ["UNITEDKINGDOMOFGREATBRITAINANDNORTHERNIRELAND"] = "GB",
        ["U.S."] = "US",
        ["U.S.A."] = "US",
        ["AMERICA"] = "US",
        ["UNITEDSTATESOFAMERICA"] = "US",
        ["EL"] = "GR",
        ["SU"] = "RU",
        ["RUSSIANFEDERATION"] = "RU",
        ["FX"] = "FR",
        ["DD"] = "DE",
        ["DEUTSCHLAND"] = "DE",
        ["ÖSTERREICH"] = "AT",
        ["SCHWEIZ"] = "CH",
        ["SUISSE"] = "CH",
        ["SP"] = "ES",
        ["ESPAÑA"] = "ES",
        ["ITALIA"] = "IT",
        ["HOLLAND"] = "NL",
        ["NEDERLAND"] = "NL",
        ["JA"] = "JP",
        ["CZECHREPUBLIC"] = "CZ",
        ["KOREA"] = "KR",
        ["REPUBLICOFKOREA"] = "KR",
        ["UAE"] = "AE",
        ["BU"] = "MM",
        ["BURMA"] = "MM",
        ["TP"] = "TL",
        ["EASTTIMOR"] = "TL",
        ["ZR"] = "CD",
        ["IVORYCOAST"] = "CI",
        ["SWAZILAND"] = "SZ",
        ["MACEDONIA"] = "MK",
        ["CABOVERDE"] = "CV",
        ["TÜRKIYE"] = "TR",
        ["VIETNAM"] = "VN",
        ["REPUBLICOFIRELAND"] = "IE",
        ["EIRE"] = "IE",
    };

    // Texts that no single country replaces, and countries that are part of another.
    private static readonly Dictionary<string, string> Hints = new()
    {
        ["EN"] = "England is in the United Kingdom, which is GB",
        ["ENG"] = "England is in the United Kingdom, which is GB",
        ["ENGLAND"] = "England is in the United Kingdom, which is GB",
        ["SCOTLAND"] = "Scotland is in the United Kingdom, which is GB",
        ["WALES"] = "Wales is in the United Kingdom, which is GB",
        ["NORTHERNIRELAND"] = "Northern Ireland is in the United Kingdom, which is GB",
        ["YU"] = "Serbia is RS, and Montenegro is ME",
        ["YUGOSLAVIA"] = "Serbia is RS, and Montenegro is ME",
        ["CS"] = "Serbia is RS, Montenegro is ME, and the Czech Republic is CZ",
        ["AN"] = "the Netherlands Antilles are BQ, CW and SX",
        ["EU"] = "add an area for each country of the European Union",
    };

    /// <summary>Returns whether ISO 3166-1 has the two-letter code.</summary>
    public static bool Contains(string code) => Codes.Contains(NormalizedAddress.Normalize(code));

    /// <summary>Returns whether the service rejected carts that ship to the country.</summary>
    public static bool IsUnsupported(string code) => Unsupported.Contains(NormalizedAddress.Normalize(code));

    /// <summary>Returns the code that was probably meant, as a sentence without a period: <c>the United Kingdom is GB</c>; null if unknown.</summary>
    public static string? FindHint(string text)
    {
        var key = NormalizedAddress.Normalize(text);
        if (Hints.TryGetValue(key, out var hint))
        {
            return hint;
        }

        var country = Aliases.TryGetValue(key, out var code) || ByText.TryGetValue(key, out code) || ByText.TryGetValue(GetKey(text), out code) ? code : null;
        return country is null ? null : $"{Names[country]} is {country}";
    }

    private static string GetKey(string name) =>
        NormalizedAddress.Normalize(name.Trim().StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? name.Trim().Substring("the ".Length) : name);
}
