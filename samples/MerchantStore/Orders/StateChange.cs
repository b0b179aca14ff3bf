using GoogleCheckout.Notifications;
using GoogleCheckout.Orders;
using MerchantStore.Codes;
using MerchantStore.Data;
using MerchantStore.Mail;

namespace MerchantStore.Orders;

/// <summary>Records changes of the financial and fulfillment state. A canceled order returns its gift certificates.</summary>
internal sealed class StateChange(StoreContext store, OrderRecorder recorder, GiftCertificates certificates, OrderMails mails) : INotificationHandler<OrderStateChangeNotification>
{
    public async Task HandleAsync(OrderStateChangeNotification notification, NotificationContext context, CancellationToken cancellationToken)
    {
        var order = await recorder.RecordAsync(notification, context, What(notification), cancellationToken);
        await certificates.ReturnAsync(order, cancellationToken);
        AddMails(order, notification);
        await store.SaveChangesAsync(cancellationToken);
    }

    private void AddMails(Order order, OrderStateChangeNotification change)
    {
        if (change.NewFinancialOrderState == change.PreviousFinancialOrderState)
        {
            return;
        }

        if (change.NewFinancialOrderState is FinancialOrderState.Cancelled or FinancialOrderState.CancelledByGoogle)
        {
            mails.AddCanceled(order);
        }
        else if (change.NewFinancialOrderState is FinancialOrderState.PaymentDeclined)
        {
            mails.AddDeclined(order);
        }
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
