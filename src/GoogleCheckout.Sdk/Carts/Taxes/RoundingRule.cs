namespace GoogleCheckout.Carts;

/// <summary>The amounts that are rounded. Schema type <c>RoundingRule</c>.</summary>
public enum RoundingRule
{
    /// <summary>A value that the schema does not define.</summary>
    Unknown = 0,

    /// <summary>The tax of each line, before the lines are summed.</summary>
    PerLine,

    /// <summary>The total tax of all lines.</summary>
    Total,

    /// <summary>
    /// The tax of one unit, before it is multiplied by the quantity. The service added this rule later: the schema does not have it, and
    /// what it rounds is inferred from its name.
    /// </summary>
    PerItem,
}
