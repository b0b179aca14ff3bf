using GoogleCheckout.Carts;
using GoogleCheckout.Orders;

namespace GoogleCheckout.Notifications;

/// <summary>
/// A buyer has placed an order. Its payment is still under review: ship only once it is chargeable. Schema type
/// <c>NewOrderNotification</c>.
/// </summary>
public sealed record NewOrderNotification : Notification
{
    /// <summary>What was ordered, with the shop's private data as the cart had it.</summary>
    public required ShoppingCart ShoppingCart { get; init; }

    /// <summary>What came on top of the items: taxes, shipping, coupons.</summary>
    public OrderAdjustment? OrderAdjustment { get; init; }

    /// <summary>What the buyer is to pay in all.</summary>
    public required Money OrderTotal { get; init; }

    /// <summary>Where the order stands with its money; a new order is under review.</summary>
    public FinancialOrderState FinancialOrderState { get; init; }

    /// <summary>Where the order stands with its delivery.</summary>
    public FulfillmentOrderState FulfillmentOrderState { get; init; }

    /// <summary>Where to send the order.</summary>
    public Address? BuyerShippingAddress { get; init; }

    /// <summary>The billing address of the buyer.</summary>
    public Address? BuyerBillingAddress { get; init; }

    /// <summary>What the buyer wants to be told besides the order.</summary>
    public BuyerMarketingPreferences? BuyerMarketingPreferences { get; init; }

    /// <summary>The service's number for the buyer; it may differ from the one in a calculation callback.</summary>
    public long? BuyerId { get; init; }

    /// <summary>Promotions of the service's that pay a part.</summary>
    public IReadOnlyList<Promotion> Promotions { get; init; } = [];
}
