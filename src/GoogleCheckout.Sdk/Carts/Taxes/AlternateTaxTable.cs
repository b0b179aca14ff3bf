namespace GoogleCheckout.Carts;

/// <summary>The tax rates of the items that select this table, for example food or clothes. Schema type <c>AlternateTaxTable</c>.</summary>
/// <remarks>In comparisons with <c>==</c> and <c>Equals</c>, lists are compared by reference.</remarks>
public sealed record AlternateTaxTable
{
    /// <summary>
    /// The name that items refer to in <see cref="Item.TaxTableSelector"/>, at most 255 characters, unique in the cart.
    /// Wire name: <c>name</c> (attribute).
    /// </summary>
    public required string Name { get; init; }

    /// <summary>
    /// Whether an address without a matching rule is not taxed. If false or null, the default table applies to it.
    /// Wire name: <c>standalone</c> (attribute).
    /// </summary>
    public bool? Standalone { get; init; }

    /// <summary>
    /// The rules. The first rule whose area contains the shipping address applies.
    /// Wire name: <c>alternate-tax-rules/alternate-tax-rule</c>.
    /// </summary>
    public IReadOnlyList<AlternateTaxRule> AlternateTaxRules { get; init; } = [];
}
