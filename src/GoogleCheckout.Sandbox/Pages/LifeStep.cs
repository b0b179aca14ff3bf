using GoogleCheckout.Orders;

namespace GoogleCheckout.Sandbox.Pages;

/// <summary>An event of an order, and the order after it.</summary>
internal sealed record LifeStep
{
    public required DateTimeOffset? Time { get; init; }

    /// <summary>The event in words.</summary>
    public required string Event { get; init; }

    public required FinancialOrderState Financial { get; init; }

    public required FulfillmentOrderState Fulfillment { get; init; }

    public required Money Charged { get; init; }

    /// <summary>The amount that was refunded and charged back.</summary>
    public required Money Returned { get; init; }
}
