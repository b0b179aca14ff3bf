namespace GoogleCheckout;

/// <summary>Parts of the United States. Schema type <c>USAreas</c>.</summary>
public enum USAreas
{
    /// <summary>A word the schema does not have.</summary>
    Unknown = 0,

    /// <summary>All states but Alaska and Hawaii.</summary>
    Continental48,

    /// <summary>All states.</summary>
    Full50States,

    /// <summary>Every address the United States Postal Service serves.</summary>
    All,
}
