namespace GoogleCheckout.Carts;

/// <summary>The tax rates of shipping and of the items that select no table. Schema type <c>DefaultTaxTable</c>.</summary>
/// <remarks>In comparisons with <c>==</c> and <c>Equals</c>, lists are compared by reference.</remarks>
public sealed record DefaultTaxTable
{
    /// <summary>
    /// The rules. The first rule whose area contains the shipping address applies. Without a matching rule, nothing is taxed.
    /// Wire name: <c>tax-rules/default-tax-rule</c>.
    /// </summary>
    public IReadOnlyList<DefaultTaxRule> TaxRules { get; init; } = [];
}
