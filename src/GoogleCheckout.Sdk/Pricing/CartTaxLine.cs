namespace GoogleCheckout.Carts;

/// <summary>The tax of one item, or of shipping.</summary>
public sealed record CartTaxLine
{
    /// <summary>The item; null for shipping.</summary>
    public Item? Item { get; init; }

    /// <summary>What is taxed: the price of all pieces, or of shipping. Negative for a discount.</summary>
    public required Money Amount { get; init; }

    /// <summary>The rate as a fraction: 0.0825 is 8.25 percent; 0 where no rule is for the address.</summary>
    public required decimal Rate { get; init; }

    /// <summary>The alternate table that decided, by its name; null where the default table did, or none.</summary>
    public string? TaxTable { get; init; }

    /// <summary>The tax: rounded if each line is, otherwise exact, as only the total is rounded then.</summary>
    public required Money Tax { get; init; }
}
