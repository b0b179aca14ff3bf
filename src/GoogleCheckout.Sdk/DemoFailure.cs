namespace GoogleCheckout;

/// <summary>Declared in the schema and never seen on the wire. Schema type <c>DemoFailure</c>.</summary>
public sealed record DemoFailure : CheckoutMessage
{
    /// <summary>What the failure says. Wire name: <c>message</c> (attribute).</summary>
    public required string Message { get; init; }
}
