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
}
