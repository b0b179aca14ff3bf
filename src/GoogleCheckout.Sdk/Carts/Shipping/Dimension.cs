namespace GoogleCheckout.Carts;

/// <summary>One side of a parcel. Schema type <c>Dimension</c>.</summary>
public sealed record Dimension
{
    /// <summary>How many units, 0 or more. Wire name: <c>value</c> (attribute).</summary>
    public required decimal Value { get; init; }

    /// <summary>The unit, such as <see cref="LengthUnits.Inch"/>. Wire name: <c>unit</c> (attribute).</summary>
    public required string Unit { get; init; }
}
