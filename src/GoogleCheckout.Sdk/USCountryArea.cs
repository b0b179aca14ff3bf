namespace GoogleCheckout;

/// <summary>The United States, or a part of them. Schema type <c>USCountryArea</c>.</summary>
public sealed record USCountryArea : Area
{
    /// <summary>Which part.</summary>
    public required USAreas CountryArea { get; init; }
}
