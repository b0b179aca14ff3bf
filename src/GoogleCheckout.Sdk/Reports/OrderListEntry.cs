using GoogleCheckout.Orders;

namespace GoogleCheckout.Reports;

/// <summary>A row of the order list, the CSV response to an <see cref="OrderListRequest"/>.</summary>
public sealed record OrderListEntry
{
    /// <summary>The order number that the service assigned; column <c>Google Order Number</c>.</summary>
    public required string GoogleOrderNumber { get; init; }

    /// <summary>
    /// The merchant's order number; column <c>Merchant Order Number</c>. Null if empty. Real lists repeat the service's number if the
    /// merchant added none.
    /// </summary>
    public string? MerchantOrderNumber { get; init; }

    /// <summary>
    /// The time at which the buyer placed the order, as local time in <see cref="OrderListRequest.DateTimeZone"/>, of kind
    /// Unspecified. Column <c>Order Creation Date</c>. Null if empty.
    /// </summary>
    public DateTime? OrderCreationDate { get; init; }

    /// <summary>The total amount of the order; columns <c>Order Amount</c> and <c>Currency of Transaction</c>. Null if empty.</summary>
    public Money? OrderAmount { get; init; }

    /// <summary>The amount charged; columns <c>Amount Charged</c> and <c>Currency of Transaction</c>. Null if empty.</summary>
    public Money? AmountCharged { get; init; }

    /// <summary>The financial state; column <c>Financial Status</c>. Null if empty.</summary>
    public FinancialOrderState? FinancialStatus { get; init; }

    /// <summary>The fulfillment state; column <c>Fulfillment Status</c>. Null if empty.</summary>
    public FulfillmentOrderState? FulfillmentStatus { get; init; }
}
