namespace GoogleCheckout.Carts;

/// <summary>Known values of <see cref="Dimension.Unit"/>.</summary>
public static class LengthUnits
{
    /// <summary>Inches.</summary>
    public const string Inch = "IN";

    /// <summary>Centimeters; some shops sent them, the service's support is uncertain.</summary>
    public const string Centimeter = "CM";
}
