namespace GoogleCheckout.Carts;

/// <summary>In which direction an amount is rounded. Schema type <c>RoundingMode</c>.</summary>
public enum RoundingMode
{
    /// <summary>A word the schema does not have.</summary>
    Unknown = 0,

    /// <summary>Away from zero.</summary>
    Up,

    /// <summary>Towards zero.</summary>
    Down,

    /// <summary>Towards the greater number.</summary>
    Ceiling,

    /// <summary>Towards the lesser number.</summary>
    Floor,

    /// <summary>To the nearest, halves away from zero.</summary>
    HalfUp,

    /// <summary>To the nearest, halves towards zero.</summary>
    HalfDown,

    /// <summary>To the nearest, halves to the even digit.</summary>
    HalfEven,

    /// <summary>Not at all: the amounts need no rounding.</summary>
    Unnecessary,
}
