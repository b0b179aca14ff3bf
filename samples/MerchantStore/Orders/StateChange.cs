using GoogleCheckout.Notifications;
using MerchantStore.Codes;
using MerchantStore.Data;

namespace MerchantStore.Orders;

/// <summary>Records changes of the financial and fulfillment state. A canceled order returns its gift certificates.</summary>
internal sealed class StateChange(StoreContext store, OrderRecorder recorder, GiftCertificates certificates) : INotificationHandler<OrderStateChangeNotification>
{
    public async Task HandleAsync(OrderStateChangeNotification notification, NotificationContext context, CancellationToken cancellationToken)
    {
        var order = await recorder.RecordAsync(notification, context, What(notification), cancellationToken);
        await certificates.ReturnAsync(order, cancellationToken);
        await store.SaveChangesAsync(cancellationToken);
    }

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
