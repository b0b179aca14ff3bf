namespace GoogleCheckout.Carts;

/// <summary>
/// The tax rates of a cart. They replace those of the merchant's account, even where they are empty and so tax nothing.
/// Schema type <c>TaxTables</c>.
/// </summary>
/// <remarks>In comparisons with <c>==</c> and <c>Equals</c>, lists are compared by reference.</remarks>
public sealed record TaxTables
{
    /// <summary>No tax anywhere, whatever the rates of the merchant's account are: a rate of 0 for the whole world.</summary>
    public static TaxTables NoTax => FromRules(new DefaultTaxRule { Rate = 0, TaxArea = new WorldArea() });

    /// <summary>
    /// Whether the shop works the tax out while the buyer waits; null means no. It needs
    /// <see cref="MerchantCalculations.MerchantCalculationsUrl"/>, and rates here for when the shop gives no answer.
    /// Wire name: <c>merchant-calculated</c> (attribute).
    /// </summary>
    public bool? MerchantCalculated { get; init; }

    /// <summary>The rates of items that name no table, and of shipping. Wire name: <c>default-tax-table</c>.</summary>
    public DefaultTaxTable? DefaultTaxTable { get; init; }

    /// <summary>The rates of items that name a table. Wire name: <c>alternate-tax-tables/alternate-tax-table</c>.</summary>
    public IReadOnlyList<AlternateTaxTable> AlternateTaxTables { get; init; } = [];

    /// <summary>Tables with one for all items, and for shipping where a rule says so.</summary>
    /// <param name="rules">The rates; the first whose area holds the shipping address decides.</param>
    /// <exception cref="ArgumentNullException"><paramref name="rules"/> is null.</exception>
    public static TaxTables FromRules(params DefaultTaxRule[] rules) => FromRules((IEnumerable<DefaultTaxRule>)rules);

    /// <inheritdoc cref="FromRules(DefaultTaxRule[])"/>
    public static TaxTables FromRules(IEnumerable<DefaultTaxRule> rules) =>
        new() { DefaultTaxTable = new DefaultTaxTable { TaxRules = [.. rules ?? throw new ArgumentNullException(nameof(rules))] } };
}
