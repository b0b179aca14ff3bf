namespace GoogleCheckout;

/// <summary>The United States, or a part of them. Schema type <c>USCountryArea</c>.</summary>
public sealed record USCountryArea : Area
{
    // The capital belongs to no state, but a parcel gets there as to any other place on the mainland.
    private static readonly string[] Continental =
    [
        "AL", "AR", "AZ", "CA", "CO", "CT", "DC", "DE", "FL", "GA", "IA", "ID", "IL", "IN", "KS", "KY", "LA", "MA", "MD", "ME", "MI", "MN", "MO", "MS", "MT",
        "NC", "ND", "NE", "NH", "NJ", "NM", "NV", "NY", "OH", "OK", "OR", "PA", "RI", "SC", "SD", "TN", "TX", "UT", "VA", "VT", "WA", "WI", "WV", "WY",
    ];

    /// <summary>Which part. Wire name: <c>country-area</c> (attribute).</summary>
    public required USAreas CountryArea { get; init; }

    internal override bool Covers(NormalizedAddress place) => CountryArea switch
    {
        USAreas.All => place.IsInUnitedStates,
        USAreas.Continental48 => Continental.Contains(place.State),
        USAreas.Full50States => place.State is "AK" or "HI" || Continental.Contains(place.State),
        _ => false,
    };
}
