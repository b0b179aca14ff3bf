namespace GoogleCheckout.Carts;

/// <summary>The weight of one unit of an item. Schema type <c>ItemWeight</c>.</summary>
public sealed record ItemWeight
{
    /// <summary>The weight in the given <see cref="Unit"/>, 0 or more. Wire name: <c>value</c> (attribute).</summary>
    public required decimal Value { get; init; }

    /// <summary>The unit of weight, for example <see cref="WeightUnits.Pound"/>. Wire name: <c>unit</c> (attribute).</summary>
    public required string Unit { get; init; }
}
