namespace GoogleCheckout.Orders;

/// <summary>A command for one order. The service executes each command that it receives, so a command that is sent twice may be executed twice.</summary>
public abstract record OrderCommand : CheckoutMessage
{
    private protected OrderCommand()
    {
    }

    /// <summary>The order number that the service assigned. Wire name: <c>google-order-number</c> (attribute).</summary>
    public required string GoogleOrderNumber { get; init; }
}
