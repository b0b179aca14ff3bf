namespace GoogleCheckout.Carts;

/// <summary>The direction in which an amount is rounded. Schema type <c>RoundingMode</c>.</summary>
public enum RoundingMode
{
    /// <summary>A value that the schema does not define.</summary>
    Unknown = 0,

    /// <summary>Away from zero.</summary>
    Up,

    /// <summary>Toward zero.</summary>
    Down,

    /// <summary>Toward positive infinity.</summary>
    Ceiling,

    /// <summary>Toward negative infinity.</summary>
    Floor,

    /// <summary>To the nearest value; halves are rounded away from zero.</summary>
    HalfUp,

    /// <summary>To the nearest value; halves are rounded toward zero.</summary>
    HalfDown,

    /// <summary>To the nearest value; halves are rounded to the even digit.</summary>
    HalfEven,

    /// <summary>No rounding. An amount that would need rounding is an error.</summary>
    Unnecessary,
}
