namespace GoogleCheckout;

/// <summary>A country, or the postal codes of a country that match a pattern. Schema type <c>PostalArea</c>.</summary>
public sealed record PostalArea : Area
{
    /// <summary>The two-letter ISO 3166-1 code of the country. Wire name: <c>country-code</c>.</summary>
    public required string CountryCode { get; init; }

    /// <summary>
    /// A postal code, or the beginning of one and an asterisk: <c>SW*</c>. Null for the whole country. A space ends the first part of
    /// the postal code: <c>M1 *</c> matches M1 1AE, but not M11 1AA, which <c>M1*</c> matches too. The postal code of an address matches
    /// with or without its space. Wire name: <c>postal-code-pattern</c>.
    /// </summary>
    public string? PostalCodePattern { get; init; }

    internal override bool Covers(NormalizedAddress address) =>
        address.Country == NormalizedAddress.Normalize(CountryCode) && (string.IsNullOrEmpty(PostalCodePattern) || address.MatchesPostalCode(PostalCodePattern!));
}
