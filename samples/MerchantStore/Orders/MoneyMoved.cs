using GoogleCheckout.Notifications;

namespace MerchantStore.Orders;

/// <summary>Records charges, refunds and chargebacks.</summary>
internal sealed class MoneyMoved(OrderRecorder recorder)
    : INotificationHandler<ChargeAmountNotification>, INotificationHandler<RefundAmountNotification>, INotificationHandler<ChargebackAmountNotification>
{
    public Task HandleAsync(ChargeAmountNotification notification, NotificationContext context, CancellationToken cancellationToken) =>
        recorder.RecordAsync(notification, context, $"Charged {notification.LatestChargeAmount.InWords()}, {notification.TotalChargeAmount.InWords()} in total", cancellationToken);

    public Task HandleAsync(RefundAmountNotification notification, NotificationContext context, CancellationToken cancellationToken) =>
        recorder.RecordAsync(notification, context, $"Refunded {notification.LatestRefundAmount.InWords()}, {notification.TotalRefundAmount.InWords()} in total", cancellationToken);

    public Task HandleAsync(ChargebackAmountNotification notification, NotificationContext context, CancellationToken cancellationToken) =>
        recorder.RecordAsync(notification, context, $"Charged back {notification.LatestChargebackAmount.InWords()}, {notification.TotalChargebackAmount.InWords()} in total", cancellationToken);
}
