using GoogleCheckout.Notifications;
using GoogleCheckout.Orders;
using MerchantStore.Codes;
using MerchantStore.Data;
using MerchantStore.Mail;
using Microsoft.EntityFrameworkCore;

namespace MerchantStore.Orders;

/// <summary>Stores a new order with its buyer and items, and reserves the gift certificates that it uses.</summary>
internal sealed class NewOrder(StoreContext store, OrderRecorder recorder, GiftCertificates certificates, FailedCalculation failedCalculation, OrderMails mails)
    : INotificationHandler<NewOrderNotification>
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

        await store.Entry(order).Collection(each => each.SearchTerms).LoadAsync(cancellationToken);
        order.Fill(notification);
        await FindDoubleAsync(order, cancellationToken);
        await certificates.ReserveAsync(order, notification, cancellationToken);
        mails.AddPlaced(order);
        await store.SaveChangesAsync(cancellationToken);
        await failedCalculation.HandleAsync(order, cancellationToken);
    }

    // "Back" and "Place order" again: both orders are real, and only the owner can say which one the buyer wants.
    private async Task FindDoubleAsync(Order order, CancellationToken cancellationToken)
    {
        if (order.CartId is not null)
        {
            order.DoubleOf = await store.Orders
                .Where(each => each.CartId == order.CartId && each.Number != order.Number)
                .OrderBy(each => each.PlacedAt)
                .Select(each => each.Number)
                .FirstOrDefaultAsync(cancellationToken);
        }

        if (order is { DoubleOf: not null, Decision: null, FinancialState: FinancialOrderState.Reviewing or FinancialOrderState.Chargeable })
        {
            order.OnHold = true;
            order.Decision = "hold: the same cart was ordered before";
        }
    }
}
