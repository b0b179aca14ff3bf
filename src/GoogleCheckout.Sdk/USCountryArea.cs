namespace GoogleCheckout;

/// <summary>The United States, or a part of it. Schema type <c>USCountryArea</c>.</summary>
public sealed record USCountryArea : Area
{
    // DC is not a state, but parcels are shipped there as to the rest of the mainland.
    private static readonly string[] Continental =
    [
        "AL", "AR", "AZ", "CA", "CO", "CT", "DC", "DE", "FL", "GA", "IA", "ID", "IL", "IN", "KS", "KY", "LA", "MA", "MD", "ME", "MI", "MN", "MO", "MS", "MT",
        "NC", "ND", "NE", "NH", "NJ", "NM", "NV", "NY", "OH", "OK", "OR", "PA", "RI", "SC", "SD", "TN", "TX", "UT", "VA", "VT", "WA", "WI", "WV", "WY",
    ];

    /// <summary>The part of the United States. Wire name: <c>country-area</c> (attribute).</summary>
    public required USAreas CountryArea { get; init; }

    internal override bool Covers(NormalizedAddress address) => CountryArea switch
    {
        USAreas.All => address.IsInUnitedStates,
        USAreas.Continental48 => Continental.Contains(address.State),
        USAreas.Full50States => address.State is "AK" or "HI" || Continental.Contains(address.State),
        _ => false,
    };
}
