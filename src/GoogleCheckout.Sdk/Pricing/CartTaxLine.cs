namespace GoogleCheckout.Carts;

/// <summary>The tax of one item, or of shipping.</summary>
public sealed record CartTaxLine
{
    /// <summary>The item; null for shipping.</summary>
    public Item? Item { get; init; }

    /// <summary>The taxed amount: the price of all units of the item, or of shipping. Negative for a discount.</summary>
    public required Money Amount { get; init; }

    /// <summary>The rate as a fraction: 0.0825 is 8.25 percent. 0 if no rule matches the address.</summary>
    public required decimal Rate { get; init; }

    /// <summary>The name of the alternate table that was applied; null if it was the default table, or none.</summary>
    public string? TaxTable { get; init; }

    /// <summary>The tax. It is rounded if the policy rounds each line or unit; otherwise it is exact, and only the total is rounded.</summary>
    public required Money Tax { get; init; }
}
