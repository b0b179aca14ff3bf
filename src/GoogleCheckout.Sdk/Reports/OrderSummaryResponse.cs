using GoogleCheckout.Orders;

namespace GoogleCheckout.Reports;

/// <summary>How orders stand now. Schema type <c>OrderSummaryResponse</c>.</summary>
public sealed record OrderSummaryResponse : CheckoutMessage
{
    /// <summary>Names this answer. Wire name: <c>serial-number</c> (attribute).</summary>
    public string? SerialNumber { get; init; }

    /// <summary>The orders; one that the service does not know may be missing. Wire name: <c>order-summaries/order-summary</c>.</summary>
    public IReadOnlyList<OrderSummary> OrderSummaries { get; init; } = [];
}
