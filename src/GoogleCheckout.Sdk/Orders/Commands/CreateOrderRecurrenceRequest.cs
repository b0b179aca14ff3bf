using GoogleCheckout.Carts;

namespace GoogleCheckout.Orders;

/// <summary>
/// Charges the next period of a subscription that the merchant handles: it makes a new order, with a number of its own.
/// Schema type <c>CreateOrderRecurrenceRequest</c>.
/// </summary>
/// <remarks>The order number is that of the order with the subscription.</remarks>
public sealed record CreateOrderRecurrenceRequest : OrderCommand
{
    /// <summary>What the new order is for, within the limits the subscription declared. Wire name: <c>shopping-cart</c>.</summary>
    public required ShoppingCart ShoppingCart { get; init; }
}
