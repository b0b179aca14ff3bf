namespace GoogleCheckout;

/// <summary>Parts of the United States. Schema type <c>USAreas</c>.</summary>
public enum USAreas
{
    /// <summary>A word the schema does not have.</summary>
    Unknown = 0,

    /// <summary>All states but Alaska and Hawaii; Washington, DC, is taken to be in.</summary>
    Continental48,

    /// <summary>All states; Washington, DC, is taken to be in.</summary>
    Full50States,

    /// <summary>Every address the United States Postal Service serves, so the territories and military addresses as well.</summary>
    All,
}
