namespace GoogleCheckout.Carts;

/// <summary>The rates of items that name this table, such as food or clothes. Schema type <c>AlternateTaxTable</c>.</summary>
/// <remarks>In comparisons with <c>==</c> and <c>Equals</c>, lists are compared by reference.</remarks>
public sealed record AlternateTaxTable
{
    /// <summary>
    /// What items name in <see cref="Item.TaxTableSelector"/>, at most 255 characters; no other table of the cart may
    /// have this name. Wire name: <c>name</c> (attribute).
    /// </summary>
    public required string Name { get; init; }

    /// <summary>
    /// What becomes of an address without a rule here: not taxed where true, taxed by the default table otherwise.
    /// Wire name: <c>standalone</c> (attribute).
    /// </summary>
    public bool? Standalone { get; init; }

    /// <summary>
    /// The first rule whose area holds the shipping address decides.
    /// Wire name: <c>alternate-tax-rules/alternate-tax-rule</c>.
    /// </summary>
    public IReadOnlyList<AlternateTaxRule> AlternateTaxRules { get; init; } = [];
}
