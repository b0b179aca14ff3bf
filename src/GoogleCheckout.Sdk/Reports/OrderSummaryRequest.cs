namespace GoogleCheckout.Reports;

/// <summary>Asks how orders stand now. Schema type <c>OrderSummaryRequest</c>.</summary>
public sealed record OrderSummaryRequest : CheckoutMessage
{
    /// <summary>The numbers the service gave the orders. Wire name: <c>order-numbers/google-order-number</c>.</summary>
    public IReadOnlyList<string> OrderNumbers { get; init; } = [];
}
