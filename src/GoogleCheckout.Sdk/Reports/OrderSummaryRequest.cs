namespace GoogleCheckout.Reports;

/// <summary>Requests the current state of orders. Schema type <c>OrderSummaryRequest</c>.</summary>
public sealed record OrderSummaryRequest : CheckoutMessage
{
    /// <summary>The order numbers that the service assigned. Wire name: <c>order-numbers/google-order-number</c>.</summary>
    public IReadOnlyList<string> OrderNumbers { get; init; } = [];
}
