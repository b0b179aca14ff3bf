using GoogleCheckout.Notifications;
using GoogleCheckout.Orders;
using MerchantStore.Commands;

namespace MerchantStore.Orders;

/// <summary>Stores a new order, and records the command that sends the store's order number to Google Checkout.</summary>
internal sealed class NewOrder(CommandLog commands) : INotificationHandler<NewOrderNotification>
{
    public async Task HandleAsync(NewOrderNotification notification, NotificationContext context, CancellationToken cancellationToken)
    {
        var order = await OrderStore.NoteAsync(context.RequireTransaction(), notification, $"Ordered for {notification.OrderTotal.InWords()}", cancellationToken);
        if (order.ShopOrderNumber is { } number)
        {
            var command = new AddMerchantOrderNumberRequest { GoogleOrderNumber = order.GoogleOrderNumber, MerchantOrderNumber = number };
            await commands.WriteDownAsync(context.RequireTransaction(), $"number {order.GoogleOrderNumber}", command, cancellationToken);
        }
    }
}
