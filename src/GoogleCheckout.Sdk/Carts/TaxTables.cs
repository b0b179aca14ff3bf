namespace GoogleCheckout.Carts;

/// <summary>
/// The tax rates of a cart. They replace those of the merchant's account, even where they are empty and so tax nothing.
/// Schema type <c>TaxTables</c>.
/// </summary>
public sealed record TaxTables
{
    /// <summary>
    /// Whether the shop works the tax out while the buyer waits; null means no. It needs
    /// <see cref="MerchantCalculations.MerchantCalculationsUrl"/>, and rates here for when the shop gives no answer.
    /// </summary>
    public bool? MerchantCalculated { get; init; }

    /// <summary>The rates of items that name no table, and of shipping.</summary>
    public DefaultTaxTable? DefaultTaxTable { get; init; }

    /// <summary>The rates of items that name a table.</summary>
    public IReadOnlyList<AlternateTaxTable> AlternateTaxTables { get; init; } = [];
}
