namespace GoogleCheckout.Carts;

/// <summary>A dimension of a parcel. Schema type <c>Dimension</c>.</summary>
public sealed record Dimension
{
    /// <summary>The length in the given <see cref="Unit"/>, 0 or more. Wire name: <c>value</c> (attribute).</summary>
    public required decimal Value { get; init; }

    /// <summary>The unit of length, for example <see cref="LengthUnits.Inch"/>. Wire name: <c>unit</c> (attribute).</summary>
    public required string Unit { get; init; }
}
