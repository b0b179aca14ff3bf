using GoogleCheckout.Notifications;
using MerchantStore.Data;
using MerchantStore.Shop;
using Microsoft.EntityFrameworkCore;

namespace MerchantStore.Orders;

/// <summary>Stores a new order with its buyer and items.</summary>
internal sealed class NewOrder(StoreContext store, OrderRecorder recorder, FailedCalculation failedCalculation) : INotificationHandler<NewOrderNotification>
{
    public async Task HandleAsync(NewOrderNotification notification, NotificationContext context, CancellationToken cancellationToken)
    {
        var order = await recorder.RecordAsync(notification, context, $"Ordered for {notification.OrderTotal.InWords()}", cancellationToken);
        await store.Entry(order).Reference(each => each.Document).LoadAsync(cancellationToken);
        if (order.Document is not null)
        {
            // The inbox has forgotten that this notification was handled.
            return;
        }

        order.Document = new OrderDocument { OrderNumber = order.Number, Xml = notification.OriginalXml.ToArray() };
        order.PlacedAt = notification.Timestamp ?? order.PlacedAt;
        order.ShopOrderNumber = ShopOrderNumber.In(notification.ShoppingCart.MerchantPrivateData);
        order.CalculationSuccessful = notification.OrderAdjustment?.MerchantCalculationSuccessful;
        SetBuyer(order, notification);
        order.Lines.AddRange(notification.ShoppingCart.Items.Select(item => new OrderLine
        {
            OrderNumber = order.Number,
            ProductId = item.MerchantItemId,
            Name = item.ItemName,
            Description = item.ItemDescription,
            UnitPrice = item.UnitPrice.Amount,
            Quantity = item.Quantity,
        }));
        await SetCartAsync(order, notification, cancellationToken);
        await failedCalculation.HandleAsync(order, cancellationToken);
        await store.SaveChangesAsync(cancellationToken);
    }

    private static void SetBuyer(Order order, NewOrderNotification notification)
    {
        var (shipping, billing) = (notification.BuyerShippingAddress, notification.BuyerBillingAddress);
        order.BuyerName = shipping?.ContactName ?? billing?.ContactName;
        order.BuyerEmail = billing?.Email ?? shipping?.Email;
        string?[] words = [order.Number, order.ShopOrderNumber, order.BuyerName, order.BuyerEmail, billing?.ContactName, shipping?.Email];
        order.SearchText = string.Join('\n', words.Where(word => word is { Length: > 0 }).Distinct()).ToLowerInvariant();
    }

    // "Back" and "Place order" again: both orders are real, and only the owner can say which one the buyer wants.
    private async Task SetCartAsync(Order order, NewOrderNotification notification, CancellationToken cancellationToken)
    {
        order.CartId = ShopOrderNumber.CartIdIn(notification.ShoppingCart.MerchantPrivateData);
        if (order.CartId is not null)
        {
            order.DoubleOf = await store.Orders
                .Where(each => each.CartId == order.CartId && each.Number != order.Number)
                .OrderBy(each => each.PlacedAt)
                .Select(each => each.Number)
                .FirstOrDefaultAsync(cancellationToken);
        }
    }
}
