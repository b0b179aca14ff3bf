namespace GoogleCheckout.Carts;

/// <summary>Known values of <see cref="Dimension.Unit"/>.</summary>
public static class LengthUnits
{
    /// <summary>Inches.</summary>
    public const string Inch = "IN";

    /// <summary>Centimeters. Some merchants sent them; whether the service supported them is unknown.</summary>
    public const string Centimeter = "CM";
}
