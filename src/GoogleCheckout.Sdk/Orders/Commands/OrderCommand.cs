namespace GoogleCheckout.Orders;

/// <summary>A command about one order. The service carries out each one it receives; sending one twice may do it twice.</summary>
public abstract record OrderCommand : CheckoutMessage
{
    private protected OrderCommand()
    {
    }

    /// <summary>The number the service gave the order. Wire name: <c>google-order-number</c> (attribute).</summary>
    public required string GoogleOrderNumber { get; init; }
}
