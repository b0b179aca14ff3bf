using GoogleCheckout.Carts;
using GoogleCheckout.Orders;

namespace GoogleCheckout.Notifications;

/// <summary>
/// A buyer placed an order. Its payment is still under review: do not ship it before it is chargeable. Schema type
/// <c>NewOrderNotification</c>.
/// </summary>
public sealed record NewOrderNotification : Notification
{
    /// <summary>The ordered cart, including the merchant's private data unchanged. Wire name: <c>shopping-cart</c>.</summary>
    public required ShoppingCart ShoppingCart { get; init; }

    /// <summary>The adjustments to the item total: tax, shipping and codes. Null if absent. Wire name: <c>order-adjustment</c>.</summary>
    public OrderAdjustment? OrderAdjustment { get; init; }

    /// <summary>The total amount of the order. Wire name: <c>order-total</c>.</summary>
    public required Money OrderTotal { get; init; }

    /// <summary>The financial state of the order. A new order is under review. Wire name: <c>financial-order-state</c>.</summary>
    public FinancialOrderState FinancialOrderState { get; init; }

    /// <summary>The fulfillment state of the order. Wire name: <c>fulfillment-order-state</c>.</summary>
    public FulfillmentOrderState FulfillmentOrderState { get; init; }

    /// <summary>The shipping address; null if absent. Wire name: <c>buyer-shipping-address</c>.</summary>
    public Address? BuyerShippingAddress { get; init; }

    /// <summary>The buyer's billing address; null if absent. Wire name: <c>buyer-billing-address</c>.</summary>
    public Address? BuyerBillingAddress { get; init; }

    /// <summary>The buyer's preferences about marketing email; null if absent. Wire name: <c>buyer-marketing-preferences</c>.</summary>
    public BuyerMarketingPreferences? BuyerMarketingPreferences { get; init; }

    /// <summary>
    /// The service's identifier of the buyer; null if absent or not a number. May differ from the identifier in a calculation callback.
    /// Wire name: <c>buyer-id</c>.
    /// </summary>
    public long? BuyerId { get; init; }

    /// <summary>The service's promotions that pay a part of the order; empty if there are none. Wire name: <c>promotions/promotion</c>.</summary>
    public IReadOnlyList<Promotion> Promotions { get; init; } = [];
}
