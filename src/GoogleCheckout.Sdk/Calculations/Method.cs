namespace GoogleCheckout.Calculations;

/// <summary>A way of shipping whose price is asked for. Schema type <c>Method</c>.</summary>
public sealed record Method
{
    /// <summary>The name the cart gave it. Wire name: <c>name</c> (attribute).</summary>
    public required string Name { get; init; }
}
