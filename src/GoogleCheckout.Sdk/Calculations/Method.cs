namespace GoogleCheckout.Calculations;

/// <summary>A shipping method whose price is requested. Schema type <c>Method</c>.</summary>
public sealed record Method
{
    /// <summary>The name of the shipping method in the cart. Wire name: <c>name</c> (attribute).</summary>
    public required string Name { get; init; }
}
