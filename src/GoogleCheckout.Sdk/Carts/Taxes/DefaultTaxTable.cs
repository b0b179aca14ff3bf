namespace GoogleCheckout.Carts;

/// <summary>The rates of items that name no table, and of shipping. Schema type <c>DefaultTaxTable</c>.</summary>
/// <remarks>In comparisons with <c>==</c> and <c>Equals</c>, lists are compared by reference.</remarks>
public sealed record DefaultTaxTable
{
    /// <summary>
    /// The first rule whose area holds the shipping address decides; where none does, nothing is taxed.
    /// Wire name: <c>tax-rules/default-tax-rule</c>.
    /// </summary>
    public IReadOnlyList<DefaultTaxRule> TaxRules { get; init; } = [];
}
