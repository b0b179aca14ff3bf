using GoogleCheckout.Notifications;

namespace MerchantStore.Orders;

/// <summary>Records changes of the financial and fulfillment state.</summary>
internal sealed class StateChange(OrderRecorder recorder) : INotificationHandler<OrderStateChangeNotification>
{
    public Task HandleAsync(OrderStateChangeNotification notification, NotificationContext context, CancellationToken cancellationToken) =>
        recorder.RecordAsync(notification, context, What(notification), cancellationToken);

    private static string What(OrderStateChangeNotification change)
    {
        List<string> parts = [];
        if (change.NewFinancialOrderState != change.PreviousFinancialOrderState)
        {
            parts.Add($"Payment: {change.PreviousFinancialOrderState.InWords()}, now {change.NewFinancialOrderState.InWords()}");
        }

        if (change.NewFulfillmentOrderState != change.PreviousFulfillmentOrderState)
        {
            parts.Add($"Delivery: {change.PreviousFulfillmentOrderState.InWords()}, now {change.NewFulfillmentOrderState.InWords()}");
        }

        if (change.Reason is { Length: > 0 } reason)
        {
            parts.Add($"Reason: {reason}");
        }

        return string.Join(". ", parts);
    }
}
