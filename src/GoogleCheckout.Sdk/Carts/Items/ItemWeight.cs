namespace GoogleCheckout.Carts;

/// <summary>The weight of one piece of an item. Schema type <c>ItemWeight</c>.</summary>
public sealed record ItemWeight
{
    /// <summary>How many units, 0 or more. Wire name: <c>value</c> (attribute).</summary>
    public required decimal Value { get; init; }

    /// <summary>The unit, such as <see cref="WeightUnits.Pound"/>. Wire name: <c>unit</c> (attribute).</summary>
    public required string Unit { get; init; }
}
