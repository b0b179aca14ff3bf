namespace GoogleCheckout;

/// <summary>A country, or the postal codes in it that match a pattern. Schema type <c>PostalArea</c>.</summary>
public sealed record PostalArea : Area
{
    /// <summary>The ISO 3166-1 code of the country, two letters. Wire name: <c>country-code</c>.</summary>
    public required string CountryCode { get; init; }

    /// <summary>
    /// A postal code, or the beginning of one and an asterisk: <c>SW*</c>. Null for the whole country. Spaces do not count,
    /// so that <c>M1 *</c> is <c>M1*</c> and takes in M11 as well. Wire name: <c>postal-code-pattern</c>.
    /// </summary>
    public string? PostalCodePattern { get; init; }

    internal override bool Covers(NormalizedAddress place) =>
        place.Country == NormalizedAddress.Compact(CountryCode) && (string.IsNullOrEmpty(PostalCodePattern) || place.HasPostalCodeLike(PostalCodePattern!));
}
