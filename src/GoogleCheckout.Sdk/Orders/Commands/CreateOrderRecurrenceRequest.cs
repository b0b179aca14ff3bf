using GoogleCheckout.Carts;

namespace GoogleCheckout.Orders;

/// <summary>
/// Charges the next period of a merchant-handled subscription. The service creates a new order with a separate number.
/// Schema type <c>CreateOrderRecurrenceRequest</c>.
/// </summary>
/// <remarks>The order number is the number of the order that contains the subscription.</remarks>
public sealed record CreateOrderRecurrenceRequest : OrderCommand
{
    /// <summary>The cart of the new order, within the limits that the subscription declares. Wire name: <c>shopping-cart</c>.</summary>
    public required ShoppingCart ShoppingCart { get; init; }
}
