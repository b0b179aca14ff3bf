using GoogleCheckout.Orders;

namespace GoogleCheckout.Reports;

/// <summary>The current state of orders. Schema type <c>OrderSummaryResponse</c>.</summary>
public sealed record OrderSummaryResponse : CheckoutMessage
{
    /// <summary>The serial number of the response; null if absent. Wire name: <c>serial-number</c> (attribute).</summary>
    public string? SerialNumber { get; init; }

    /// <summary>The order summaries. An order that the service does not know may be missing. Wire name: <c>order-summaries/order-summary</c>.</summary>
    public IReadOnlyList<OrderSummary> OrderSummaries { get; init; } = [];
}
