using GoogleCheckout.Notifications;
using GoogleCheckout.Orders;
using MerchantStore.Commands;

namespace MerchantStore.Orders;

/// <summary>A buyer has ordered. The shop keeps the order, and tells Google Checkout its own number for it.</summary>
internal sealed class NewOrder(CommandLog commands) : INotificationHandler<NewOrderNotification>
{
    public async Task HandleAsync(NewOrderNotification notification, NotificationContext context, CancellationToken cancellationToken)
    {
        var order = await OrderStore.NoteAsync(context.Transaction!, notification, $"Ordered for {notification.OrderTotal.InWords()}", cancellationToken);
        if (order.ShopOrderNumber is { } number)
        {
            var command = new AddMerchantOrderNumberRequest { GoogleOrderNumber = order.GoogleOrderNumber, MerchantOrderNumber = number };
            await commands.WriteDownAsync(context.Transaction!, $"number {order.GoogleOrderNumber}", command, cancellationToken);
        }
    }
}
