namespace GoogleCheckout.Carts;

/// <summary>Known values of <see cref="ItemWeight.Unit"/>.</summary>
public static class WeightUnits
{
    /// <summary>Pounds.</summary>
    public const string Pound = "LB";

    /// <summary>Kilograms. Some merchants sent them; whether the service supported them is unknown.</summary>
    public const string Kilogram = "KG";
}
