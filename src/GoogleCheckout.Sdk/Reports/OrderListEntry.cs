using GoogleCheckout.Orders;

namespace GoogleCheckout.Reports;

/// <summary>A row of the order list, the table that answers an <see cref="OrderListRequest"/>.</summary>
public sealed record OrderListEntry
{
    /// <summary>The number the service gave the order; column <c>Google Order Number</c>.</summary>
    public required string GoogleOrderNumber { get; init; }

    /// <summary>
    /// The shop's own number; column <c>Merchant Order Number</c>. Real lists repeat the service's number where the shop
    /// gave none.
    /// </summary>
    public string? MerchantOrderNumber { get; init; }

    /// <summary>
    /// When the buyer placed the order, as a clock in <see cref="OrderListRequest.DateTimeZone"/> shows it: of kind
    /// Unspecified. Column <c>Order Creation Date</c>.
    /// </summary>
    public DateTime? OrderCreationDate { get; init; }

    /// <summary>What the order comes to; columns <c>Order Amount</c> and <c>Currency of Transaction</c>.</summary>
    public Money? OrderAmount { get; init; }

    /// <summary>What has been charged of it; columns <c>Amount Charged</c> and <c>Currency of Transaction</c>.</summary>
    public Money? AmountCharged { get; init; }

    /// <summary>How far the payment is; column <c>Financial Status</c>.</summary>
    public FinancialOrderState? FinancialStatus { get; init; }

    /// <summary>How far the delivery is; column <c>Fulfillment Status</c>.</summary>
    public FulfillmentOrderState? FulfillmentStatus { get; init; }
}
