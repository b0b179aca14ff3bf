namespace GoogleCheckout.Carts;

/// <summary>
/// The tax tables of a cart. They replace those of the merchant's account, even if they are empty and therefore tax nothing.
/// Schema type <c>TaxTables</c>.
/// </summary>
/// <remarks>In comparisons with <c>==</c> and <c>Equals</c>, lists are compared by reference.</remarks>
public sealed record TaxTables
{
    /// <summary>Tables that tax nothing, regardless of the merchant's account: one rule with the rate 0 for the whole world.</summary>
    public static TaxTables NoTax => FromRules(new DefaultTaxRule { Rate = 0, TaxArea = new WorldArea() });

    /// <summary>
    /// Whether the merchant calculates the tax during the checkout; null means no. It requires
    /// <see cref="MerchantCalculations.MerchantCalculationsUrl"/>, and rules here for the case that the merchant does not respond.
    /// Wire name: <c>merchant-calculated</c> (attribute).
    /// </summary>
    public bool? MerchantCalculated { get; init; }

    /// <summary>The tax rates of shipping and of the items that select no table. Wire name: <c>default-tax-table</c>.</summary>
    public DefaultTaxTable? DefaultTaxTable { get; init; }

    /// <summary>The tax rates of the items that select a table. Wire name: <c>alternate-tax-tables/alternate-tax-table</c>.</summary>
    public IReadOnlyList<AlternateTaxTable> AlternateTaxTables { get; init; } = [];

    /// <summary>Creates tables with only a default table, which taxes all items, and shipping if the rule says so.</summary>
    /// <param name="rules">The rules. The first rule whose area contains the shipping address applies.</param>
    /// <returns>The tables.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rules"/> is null.</exception>
    public static TaxTables FromRules(params DefaultTaxRule[] rules) => FromRules((IEnumerable<DefaultTaxRule>)rules);

    /// <inheritdoc cref="FromRules(DefaultTaxRule[])"/>
    public static TaxTables FromRules(IEnumerable<DefaultTaxRule> rules) =>
        new() { DefaultTaxTable = new DefaultTaxTable { TaxRules = [.. rules ?? throw new ArgumentNullException(nameof(rules))] } };
}
