namespace GoogleCheckout;

/// <summary>
/// The codes of the United States Postal Service: states, territories and military addresses. Codes and names are compared without regard
/// to case and spaces.
/// </summary>
internal static class USStates
{
    private static readonly Dictionary<string, string> Continental = new()
    {
        ["AL"] = "Alabama",
        ["AR"] = "Arkansas",
        ["AZ"] = "Arizona",
        ["CA"] = "California",
        ["CO"] = "Colorado",
        ["CT"] = "Connecticut",

        // Not a state, but parcels are shipped there as to the rest of the mainland.
        ["DC"] = "District of Columbia",
        ["DE"] = "Delaware",
        ["FL"] = "Florida",
        ["GA"] = "Georgia",
        ["IA"] = "Iowa",
        ["ID"] = "Idaho",
        ["IL"] = "Illinois",
        ["IN"] = "Indiana",
        ["KS"] = "Kansas",
        ["KY"] = "Kentucky",
        ["LA"] = "Louisiana",
        ["MA"] = "Massachusetts",
        ["MD"] = "Maryland",
        ["ME"] = "Maine",
        ["MI"] = "Michigan",
        ["MN"] = "Minnesota",
        ["MO"] = "Missouri",
        ["MS"] = "Mississippi",
        ["MT"] = "Montana",
        ["NC"] = "North Carolina",
        ["ND"] = "North Dakota",
        ["NE"] = "Nebraska",
        ["NH"] = "New Hampshire",
        ["NJ"] = "New Jersey",
        ["NM"] = "New Mexico",
        ["NV"] = "Nevada",
        ["NY"] = "New York",
        ["OH"] = "Ohio",
        ["OK"] = "Oklahoma",
        ["OR"] = "Oregon",
        ["PA"] = "Pennsylvania",
        ["RI"] = "Rhode Island",
        ["SC"] = "South Carolina",
        ["SD"] = "South Dakota",
        ["TN"] = "Tennessee",
        ["TX"] = "Texas",
        ["UT"] = "Utah",
        ["VA"] = "Virginia",
        ["VT"] = "Vermont",
        ["WA"] = "Washington",
        ["WI"] = "Wisconsin",
        ["WV"] = "West Virginia",
        ["WY"] = "Wyoming",
    };

    private static readonly Dictionary<string, string> Others = new() { ["AK"] = "Alaska", ["HI"] = "Hawaii" };

    // Domestic destinations of the United States Postal Service, although each has a separate ISO 3166-1 country code.
    private static readonly Dictionary<string, string> Territories = new()
    {
        ["AS"] = "American Samoa",
        ["FM"] = "Micronesia",
        ["GU"] = "Guam",
        ["MH"] = "Marshall Islands",
        ["MP"] = "Northern Mariana Islands",
        ["PR"] = "Puerto Rico",
        ["PW"] = "Palau",
        ["VI"] = "Virgin Islands",
    };

    private static readonly Dictionary<string, string> Military = new()
    {
        ["AA"] = "Armed Forces Americas",
        ["AE"] = "Armed Forces Europe",
        ["AP"] = "Armed Forces Pacific",
    };

    private static readonly Dictionary<string, KeyValuePair<string, string>> ByName =
        Continental.Concat(Others).Concat(Territories).Concat(Military).ToDictionary(state => NormalizedAddress.Normalize(state.Value));

    /// <summary>Returns whether the code is one of the 48 states that are not Alaska or Hawaii, or Washington, DC.</summary>
    public static bool IsContinental(string code) => Continental.ContainsKey(NormalizedAddress.Normalize(code));

    /// <summary>Returns whether the code is one of the 50 states, or Washington, DC.</summary>
    public static bool IsState(string code) => IsContinental(code) || Others.ContainsKey(NormalizedAddress.Normalize(code));

    /// <summary>Returns whether the code is a territory, which is also a country code.</summary>
    public static bool IsTerritory(string code) => Territories.ContainsKey(NormalizedAddress.Normalize(code));

    /// <summary>Returns whether the United States Postal Service has the code.</summary>
    public static bool Contains(string code) => IsState(code) || IsTerritory(code) || Military.ContainsKey(NormalizedAddress.Normalize(code));

    /// <summary>Returns the code that was probably meant, as a sentence without a period: <c>Florida is FL</c>; null if unknown.</summary>
    public static string? FindHint(string name)
    {
        var key = NormalizedAddress.Normalize(name);
        return ByName.TryGetValue(key, out var state) ? $"{state.Value} is {state.Key}"
            : key is "WASHINGTONDC" or "WASHINGTON,DC" or "WASHINGTOND.C." or "D.C." ? "Washington, DC is DC"
            : null;
    }
}
