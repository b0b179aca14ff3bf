using GoogleCheckout.Orders;

namespace GoogleCheckout.Sandbox.Orders;

/// <summary>Cancels orders, for the merchant, the service or the buyer.</summary>
internal static class Cancellation
{
    public const string FailedRiskCheck = "Failed risk check";
    public const string NoNewCard = "No other card in time";

    public static OrderOutcome.Applied CancelByMerchant(Order order, DateTimeOffset now) =>
        NotificationFactory.CreateOutcome(order, Cancel(order, FinancialOrderState.Cancelled), now);

    public static OrderOutcome.Applied CancelByGoogle(Order order, string reason, DateTimeOffset now) => NotificationFactory.CreateOutcome(
        order, Cancel(order, FinancialOrderState.CancelledByGoogle) with { CancelledByGoogleReason = reason }, now);

    /// <summary>Cancels the order if the buyer may still do so. It refunds no money.</summary>
    public static OrderOutcome CancelByBuyer(Order order, DateTimeOffset now) => GetBuyerCancellationError(order, now) is { } reason
        ? new OrderOutcome.Rejected(reason)
        : NotificationFactory.CreateOutcome(order, Cancel(order, FinancialOrderState.Cancelled), now);

    private static string? GetBuyerCancellationError(Order order, DateTimeOffset now) =>
        now - order.PurchaseDate > MerchantPolicy.BuyerCancellationPeriod ? $"The buyer can cancel for {MerchantPolicy.BuyerCancellationPeriod.TotalMinutes} minutes after the purchase"
        : order.IsDigital ? "The buyer cannot cancel digital goods"
        : OrderRules.GetRejectionReason(new CancelOrderRequest { GoogleOrderNumber = order.GoogleOrderNumber, Reason = "Canceled by buyer" }, order.Status);

    private static Order Cancel(Order order, FinancialOrderState state) => Subscriptions.Stop(order) with
    {
        FinancialOrderState = state,
        FulfillmentOrderState = order.FulfillmentOrderState == FulfillmentOrderState.Delivered
            ? FulfillmentOrderState.Delivered
            : FulfillmentOrderState.WillNotDeliver,
        PendingCharge = null,
        Due = null,
        Reauthorization = null,
    };
}
