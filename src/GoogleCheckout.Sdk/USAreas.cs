namespace GoogleCheckout;

/// <summary>Parts of the United States. Schema type <c>USAreas</c>.</summary>
public enum USAreas
{
    /// <summary>A value that the schema does not define.</summary>
    Unknown = 0,

    /// <summary>All states except Alaska and Hawaii. The SDK includes Washington, DC.</summary>
    Continental48,

    /// <summary>All states. The SDK includes Washington, DC.</summary>
    Full50States,

    /// <summary>Every address that the United States Postal Service serves, including territories and military addresses.</summary>
    All,
}
