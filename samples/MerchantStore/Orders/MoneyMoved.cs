using GoogleCheckout.Notifications;

namespace MerchantStore.Orders;

/// <summary>Records charges, refunds and chargebacks.</summary>
internal sealed class MoneyMoved
    : INotificationHandler<ChargeAmountNotification>, INotificationHandler<RefundAmountNotification>, INotificationHandler<ChargebackAmountNotification>
{
    public Task HandleAsync(ChargeAmountNotification notification, NotificationContext context, CancellationToken cancellationToken) =>
        OrderStore.NoteAsync(context.RequireTransaction(), notification, $"Charged {notification.LatestChargeAmount.InWords()}, {notification.TotalChargeAmount.InWords()} in total", cancellationToken);

    public Task HandleAsync(RefundAmountNotification notification, NotificationContext context, CancellationToken cancellationToken) =>
        OrderStore.NoteAsync(context.RequireTransaction(), notification, $"Refunded {notification.LatestRefundAmount.InWords()}, {notification.TotalRefundAmount.InWords()} in total", cancellationToken);

    public Task HandleAsync(ChargebackAmountNotification notification, NotificationContext context, CancellationToken cancellationToken) =>
        OrderStore.NoteAsync(context.RequireTransaction(), notification, $"Charged back {notification.LatestChargebackAmount.InWords()}, {notification.TotalChargebackAmount.InWords()} in total", cancellationToken);
}
