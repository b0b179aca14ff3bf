namespace GoogleCheckout.Carts;

/// <summary>The tax rate of an area, for items that select the table. Schema type <c>AlternateTaxRule</c>.</summary>
/// <remarks>In comparisons with <c>==</c> and <c>Equals</c>, lists are compared by reference.</remarks>
public sealed record AlternateTaxRule
{
    /// <summary>The rate as a fraction, 0 or more: 0.0825 is 8.25 percent. Wire name: <c>rate</c>.</summary>
    public decimal? Rate { get; init; }

    /// <summary>The area of the rule. The service requires either this or <see cref="TaxAreas"/>. Wire name: <c>tax-area/*</c>.</summary>
    public Area? TaxArea { get; init; }

    /// <summary>The areas of the rule, if there are several. Wire name: <c>tax-areas/*</c>.</summary>
    public IReadOnlyList<Area> TaxAreas { get; init; } = [];
}
