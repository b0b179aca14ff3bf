using GoogleCheckout.Orders;

namespace GoogleCheckout.Reports;

/// <summary>How orders stand now. Schema type <c>OrderSummaryResponse</c>.</summary>
public sealed record OrderSummaryResponse : CheckoutMessage
{
    /// <summary>Names this answer.</summary>
    public string? SerialNumber { get; init; }

    /// <summary>The orders; one that the service does not know may be missing.</summary>
    public IReadOnlyList<OrderSummary> OrderSummaries { get; init; } = [];
}
