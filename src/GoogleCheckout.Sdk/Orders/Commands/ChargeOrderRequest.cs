namespace GoogleCheckout.Orders;

/// <summary>Charges the buyer for an order, in full or in part. Schema type <c>ChargeOrderRequest</c>.</summary>
public sealed record ChargeOrderRequest : OrderCommand
{
    /// <summary>The amount to charge, in the order's currency; null to charge the full remaining amount. Wire name: <c>amount</c>.</summary>
    public Money? Amount { get; init; }
}
