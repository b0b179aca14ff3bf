using GoogleCheckout.Carts;

namespace GoogleCheckout.Orders;

/// <summary>
/// An order at one moment: inside a notification, as it was at that event; in a report, as it is now. Schema type
/// <c>OrderSummary</c>.
/// </summary>
public sealed record OrderSummary : CheckoutMessage
{
    /// <summary>The number the service gave the order. Wire name: <c>google-order-number</c>.</summary>
    public required string GoogleOrderNumber { get; init; }

    /// <summary>The shop's own number, once it gave one. Wire name: <c>merchant-order-number</c>.</summary>
    public string? MerchantOrderNumber { get; init; }

    /// <summary>When the buyer placed the order; null where the message did not say. Wire name: <c>purchase-date</c>.</summary>
    public DateTimeOffset? PurchaseDate { get; init; }

    /// <summary>Where the order stands with its money. Wire name: <c>financial-order-state</c>.</summary>
    public FinancialOrderState FinancialOrderState { get; init; }

    /// <summary>Where the order stands with its delivery. Wire name: <c>fulfillment-order-state</c>.</summary>
    public FulfillmentOrderState FulfillmentOrderState { get; init; }

    /// <summary>Whether the order is out of the merchant's inbox; null where the message did not say. Wire name: <c>archived</c>.</summary>
    public bool? Archived { get; init; }

    /// <summary>What the buyer is to pay in all. Wire name: <c>order-total</c>.</summary>
    public required Money OrderTotal { get; init; }

    /// <summary>What has been charged. Wire name: <c>total-charge-amount</c>.</summary>
    public required Money TotalChargeAmount { get; init; }

    /// <summary>What has been given back. Wire name: <c>total-refund-amount</c>.</summary>
    public required Money TotalRefundAmount { get; init; }

    /// <summary>What the buyer had taken back by the bank. Wire name: <c>total-chargeback-amount</c>.</summary>
    public required Money TotalChargebackAmount { get; init; }

    /// <summary>What the buyer's bank has put aside; null until it has. Wire name: <c>authorization</c>.</summary>
    public AuthorizationInformation? Authorization { get; init; }

    /// <summary>What the service found out about the payment; null until it has. Wire name: <c>risk-information</c>.</summary>
    public RiskInformation? RiskInformation { get; init; }

    /// <summary>What was ordered. Wire name: <c>shopping-cart</c>.</summary>
    public required ShoppingCart ShoppingCart { get; init; }

    /// <summary>What came on top of the items. Wire name: <c>order-adjustment</c>.</summary>
    public OrderAdjustment? OrderAdjustment { get; init; }

    /// <summary>Promotions of the service's that pay a part. Wire name: <c>promotions/promotion</c>.</summary>
    public IReadOnlyList<Promotion> Promotions { get; init; } = [];

    /// <summary>Where to send the order. Wire name: <c>buyer-shipping-address</c>.</summary>
    public Address? BuyerShippingAddress { get; init; }

    /// <summary>What the buyer wants to be told besides the order. Wire name: <c>buyer-marketing-preferences</c>.</summary>
    public BuyerMarketingPreferences? BuyerMarketingPreferences { get; init; }

    /// <summary>The service's number for the buyer. Wire name: <c>buyer-id</c>.</summary>
    public long? BuyerId { get; init; }
}
