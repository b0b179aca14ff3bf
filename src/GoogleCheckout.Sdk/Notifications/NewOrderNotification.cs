using GoogleCheckout.Carts;
using GoogleCheckout.Orders;

namespace GoogleCheckout.Notifications;

/// <summary>
/// A buyer has placed an order. Its payment is still under review: ship only once it is chargeable. Schema type
/// <c>NewOrderNotification</c>.
/// </summary>
public sealed record NewOrderNotification : Notification
{
    /// <summary>What was ordered, with the shop's private data as the cart had it. Wire name: <c>shopping-cart</c>.</summary>
    public required ShoppingCart ShoppingCart { get; init; }

    /// <summary>What came on top of the items: taxes, shipping, coupons. Wire name: <c>order-adjustment</c>.</summary>
    public OrderAdjustment? OrderAdjustment { get; init; }

    /// <summary>What the buyer is to pay in all. Wire name: <c>order-total</c>.</summary>
    public required Money OrderTotal { get; init; }

    /// <summary>Where the order stands with its money; a new order is under review. Wire name: <c>financial-order-state</c>.</summary>
    public FinancialOrderState FinancialOrderState { get; init; }

    /// <summary>Where the order stands with its delivery. Wire name: <c>fulfillment-order-state</c>.</summary>
    public FulfillmentOrderState FulfillmentOrderState { get; init; }

    /// <summary>Where to send the order. Wire name: <c>buyer-shipping-address</c>.</summary>
    public Address? BuyerShippingAddress { get; init; }

    /// <summary>The billing address of the buyer. Wire name: <c>buyer-billing-address</c>.</summary>
    public Address? BuyerBillingAddress { get; init; }

    /// <summary>What the buyer wants to be told besides the order. Wire name: <c>buyer-marketing-preferences</c>.</summary>
    public BuyerMarketingPreferences? BuyerMarketingPreferences { get; init; }

    /// <summary>
    /// The service's number for the buyer; it may differ from the one in a calculation callback.
    /// Wire name: <c>buyer-id</c>.
    /// </summary>
    public long? BuyerId { get; init; }

    /// <summary>Promotions of the service's that pay a part. Wire name: <c>promotions/promotion</c>.</summary>
    public IReadOnlyList<Promotion> Promotions { get; init; } = [];
}
