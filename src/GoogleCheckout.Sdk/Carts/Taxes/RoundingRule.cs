namespace GoogleCheckout.Carts;

/// <summary>What is rounded. Schema type <c>RoundingRule</c>.</summary>
public enum RoundingRule
{
    /// <summary>A word the schema does not have.</summary>
    Unknown = 0,

    /// <summary>The tax of each line, before it is added up.</summary>
    PerLine,

    /// <summary>The sum of the tax of all lines.</summary>
    Total,
}
