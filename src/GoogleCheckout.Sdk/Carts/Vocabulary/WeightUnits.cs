namespace GoogleCheckout.Carts;

/// <summary>Known values of <see cref="ItemWeight.Unit"/>.</summary>
public static class WeightUnits
{
    /// <summary>Pounds.</summary>
    public const string Pound = "LB";

    /// <summary>Kilograms; some shops sent them, the service's support is uncertain.</summary>
    public const string Kilogram = "KG";
}
