using GoogleCheckout.Notifications;

namespace MerchantStore.Orders;

/// <summary>Money was charged, given back, or taken back by the buyer's bank.</summary>
internal sealed class MoneyMoved
    : INotificationHandler<ChargeAmountNotification>, INotificationHandler<RefundAmountNotification>, INotificationHandler<ChargebackAmountNotification>
{
    public Task HandleAsync(ChargeAmountNotification notification, NotificationContext context, CancellationToken cancellationToken) =>
        OrderStore.NoteAsync(context.Transaction!, notification, $"Charged {notification.LatestChargeAmount.InWords()}, {notification.TotalChargeAmount.InWords()} in all", cancellationToken);

    public Task HandleAsync(RefundAmountNotification notification, NotificationContext context, CancellationToken cancellationToken) =>
        OrderStore.NoteAsync(context.Transaction!, notification, $"Refunded {notification.LatestRefundAmount.InWords()}, {notification.TotalRefundAmount.InWords()} in all", cancellationToken);

    public Task HandleAsync(ChargebackAmountNotification notification, NotificationContext context, CancellationToken cancellationToken) =>
        OrderStore.NoteAsync(context.Transaction!, notification, $"The buyer's bank took {notification.LatestChargebackAmount.InWords()} back, {notification.TotalChargebackAmount.InWords()} in all", cancellationToken);
}
