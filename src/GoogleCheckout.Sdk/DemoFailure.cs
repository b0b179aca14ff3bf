namespace GoogleCheckout;

/// <summary>A message that the schema declares, but that no real message is known to use. Schema type <c>DemoFailure</c>.</summary>
public sealed record DemoFailure : CheckoutMessage
{
    /// <summary>The description of the failure. Wire name: <c>message</c> (attribute).</summary>
    public required string Message { get; init; }
}
