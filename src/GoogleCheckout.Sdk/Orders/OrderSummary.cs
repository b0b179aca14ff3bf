using GoogleCheckout.Carts;

namespace GoogleCheckout.Orders;

/// <summary>
/// A snapshot of an order: in a notification, at the time of the event; in a report, at the time of the request. Schema type
/// <c>OrderSummary</c>.
/// </summary>
public sealed record OrderSummary : CheckoutMessage
{
    /// <summary>The order number that the service assigned. Wire name: <c>google-order-number</c>.</summary>
    public required string GoogleOrderNumber { get; init; }

    /// <summary>The merchant's order number; null if the merchant has not added one. Wire name: <c>merchant-order-number</c>.</summary>
    public string? MerchantOrderNumber { get; init; }

    /// <summary>The time at which the buyer placed the order; null if absent or not a time. Wire name: <c>purchase-date</c>.</summary>
    public DateTimeOffset? PurchaseDate { get; init; }

    /// <summary>The financial state of the order. Wire name: <c>financial-order-state</c>.</summary>
    public FinancialOrderState FinancialOrderState { get; init; }

    /// <summary>The fulfillment state of the order. Wire name: <c>fulfillment-order-state</c>.</summary>
    public FulfillmentOrderState FulfillmentOrderState { get; init; }

    /// <summary>Whether the order is archived, and so no longer in the merchant's inbox; null if absent or neither true nor false. Wire name: <c>archived</c>.</summary>
    public bool? Archived { get; init; }

    /// <summary>The total amount of the order. Wire name: <c>order-total</c>.</summary>
    public required Money OrderTotal { get; init; }

    /// <summary>The total amount charged. Wire name: <c>total-charge-amount</c>.</summary>
    public required Money TotalChargeAmount { get; init; }

    /// <summary>The total amount refunded. Wire name: <c>total-refund-amount</c>.</summary>
    public required Money TotalRefundAmount { get; init; }

    /// <summary>The total amount charged back by the buyer's bank. Wire name: <c>total-chargeback-amount</c>.</summary>
    public required Money TotalChargebackAmount { get; init; }

    /// <summary>The bank's latest authorization; null before the first. Wire name: <c>authorization</c>.</summary>
    public AuthorizationInformation? Authorization { get; init; }

    /// <summary>The results of the service's payment checks; null before they are complete. Wire name: <c>risk-information</c>.</summary>
    public RiskInformation? RiskInformation { get; init; }

    /// <summary>The ordered items. Wire name: <c>shopping-cart</c>.</summary>
    public required ShoppingCart ShoppingCart { get; init; }

    /// <summary>The adjustments to the item total: tax, shipping and codes. Null if absent. Wire name: <c>order-adjustment</c>.</summary>
    public OrderAdjustment? OrderAdjustment { get; init; }

    /// <summary>The service's promotions that pay a part of the order; empty if there are none. Wire name: <c>promotions/promotion</c>.</summary>
    public IReadOnlyList<Promotion> Promotions { get; init; } = [];

    /// <summary>The shipping address; null if absent. Wire name: <c>buyer-shipping-address</c>.</summary>
    public Address? BuyerShippingAddress { get; init; }

    /// <summary>The buyer's preferences about marketing email; null if absent. Wire name: <c>buyer-marketing-preferences</c>.</summary>
    public BuyerMarketingPreferences? BuyerMarketingPreferences { get; init; }

    /// <summary>The service's identifier of the buyer; null if absent or not a number. Wire name: <c>buyer-id</c>.</summary>
    public long? BuyerId { get; init; }
}
