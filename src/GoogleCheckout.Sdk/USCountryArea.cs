namespace GoogleCheckout;

/// <summary>The United States, or a part of it. Schema type <c>USCountryArea</c>.</summary>
public sealed record USCountryArea : Area
{
    /// <summary>The part of the United States. Wire name: <c>country-area</c> (attribute).</summary>
    public required USAreas CountryArea { get; init; }

    internal override bool Covers(NormalizedAddress address) => CountryArea switch
    {
        USAreas.All => address.IsInUnitedStates,
        USAreas.Continental48 => USStates.IsContinental(address.State),
        USAreas.Full50States => USStates.IsState(address.State),
        _ => false,
    };
}
