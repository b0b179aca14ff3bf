using GoogleCheckout.Carts;

namespace GoogleCheckout.Orders;

/// <summary>
/// An order at one moment: inside a notification, as it was at that event; in a report, as it is now. Schema type
/// <c>OrderSummary</c>.
/// </summary>
public sealed record OrderSummary : CheckoutMessage
{
    /// <summary>The number the service gave the order.</summary>
    public required string GoogleOrderNumber { get; init; }

    /// <summary>The shop's own number, once it gave one.</summary>
    public string? MerchantOrderNumber { get; init; }

    /// <summary>When the buyer placed the order; null where the message did not say.</summary>
    public DateTimeOffset? PurchaseDate { get; init; }

    /// <summary>Where the order stands with its money.</summary>
    public FinancialOrderState FinancialOrderState { get; init; }

    /// <summary>Where the order stands with its delivery.</summary>
    public FulfillmentOrderState FulfillmentOrderState { get; init; }

    /// <summary>Whether the order is out of the merchant's inbox; null where the message did not say.</summary>
    public bool? Archived { get; init; }

    /// <summary>What the buyer is to pay in all.</summary>
    public required Money OrderTotal { get; init; }

    /// <summary>What has been charged.</summary>
    public required Money TotalChargeAmount { get; init; }

    /// <summary>What has been given back.</summary>
    public required Money TotalRefundAmount { get; init; }

    /// <summary>What the buyer had taken back by the bank.</summary>
    public required Money TotalChargebackAmount { get; init; }

    /// <summary>What the buyer's bank has put aside; null until it has.</summary>
    public AuthorizationInformation? Authorization { get; init; }

    /// <summary>What the service found out about the payment; null until it has.</summary>
    public RiskInformation? RiskInformation { get; init; }

    /// <summary>What was ordered.</summary>
    public required ShoppingCart ShoppingCart { get; init; }

    /// <summary>What came on top of the items.</summary>
    public OrderAdjustment? OrderAdjustment { get; init; }

    /// <summary>Promotions of the service's that pay a part.</summary>
    public IReadOnlyList<Promotion> Promotions { get; init; } = [];

    /// <summary>Where to send the order.</summary>
    public Address? BuyerShippingAddress { get; init; }

    /// <summary>What the buyer wants to be told besides the order.</summary>
    public BuyerMarketingPreferences? BuyerMarketingPreferences { get; init; }

    /// <summary>The service's number for the buyer.</summary>
    public long? BuyerId { get; init; }
}
