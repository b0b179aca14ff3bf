using System.Security.Cryptography;
using GoogleCheckout.Notifications;
using GoogleCheckout.Orders;
using MerchantStore.Data;
using MerchantStore.Settings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace MerchantStore.Orders;

/// <summary>Records what a notification reports, in the inbox's transaction: both are kept, or neither.</summary>
internal sealed class OrderRecorder(StoreContext store, IOptionsMonitor<StoreOptions> options, TimeProvider time)
{
    /// <summary>Applies a notification to its order. It may arrive again, after the inbox has forgotten it or from an archive.</summary>
    /// <returns>The order after it, which the handler may change further before it saves the <see cref="StoreContext"/>.</returns>
    public async Task<Order> RecordAsync(Notification notification, NotificationContext context, string what, CancellationToken cancellationToken)
    {
        await store.UseTransactionAsync(context.RequireTransaction(), cancellationToken);
        var happenedAt = notification.Timestamp ?? time.GetUtcNow();
        while (true)
        {
            var order = await store.Orders.Include(each => each.Risk).FirstOrDefaultAsync(each => each.Number == notification.GoogleOrderNumber, cancellationToken);
            if (order is null)
            {
                order = Create(notification, happenedAt);
                store.Add(order);
            }
            else
            {
                order.Apply(notification);
            }

            order.Status = options.CurrentValue.ShopStatus.Get(order);
            if (!await store.OrderEvents.AnyAsync(told => told.SerialNumber == notification.SerialNumber, cancellationToken))
            {
                store.Add(new OrderEvent { SerialNumber = notification.SerialNumber, OrderNumber = order.Number, HappenedAt = happenedAt, What = what });
            }

            try
            {
                await store.SaveChangesAsync(cancellationToken);
                return order;
            }
            catch (DbUpdateConcurrencyException)
            {
                // A page changed the order after it was read here. If the handler failed, the notification would be sent again minutes later, and those behind it too.
                store.ChangeTracker.Clear();
            }
        }
    }

    private static Order Create(Notification notification, DateTimeOffset happenedAt)
    {
        var status = OrderStatus.FromNotification(notification)
            ?? throw new InvalidOperationException($"Notification {notification.SerialNumber} came before its order and has no summary of it. It is sent again; with API version 2.5 it has one.");
        var order = new Order
        {
            Number = notification.GoogleOrderNumber,
            Currency = status.OrderTotal.Currency,
            PlacedAt = happenedAt,
            BuyerKey = RandomNumberGenerator.GetHexString(32, lowercase: true),
            Standing = status,
        };
        order.AddSearchTerms(order.Number);
        return order;
    }
}
