// <usings>
using GoogleCheckout;
using GoogleCheckout.Notifications;
using GoogleCheckout.Orders;
// </usings>

namespace TeaShop;

// <handlers>
public sealed class OrderHandlers(CheckoutClient client)
    : INotificationHandler<NewOrderNotification>, INotificationHandler<OrderStateChangeNotification>, INotificationHandler<ChargeAmountNotification>
{
    public Task HandleAsync(NewOrderNotification notification, NotificationContext context, CancellationToken cancellationToken)
    {
        var data = notification.ShoppingCart.MerchantPrivateData;
        var cartId = data is not null && data.TryGetValue("cart-id", out long id) ? id : throw new InvalidOperationException("Not an order of this shop.");
        return ExecuteAsync(
            context,
            "INSERT INTO orders (google_order_number, cart_id) VALUES (@order, @value)",
            notification.GoogleOrderNumber,
            cartId,
            cancellationToken);
    }

    public async Task HandleAsync(OrderStateChangeNotification notification, NotificationContext context, CancellationToken cancellationToken)
    {
        if (notification.NewFinancialOrderState != FinancialOrderState.Chargeable)
        {
            return;
        }

        // The notification may arrive again after the charge: only what is left is charged.
        var orders = await client.GetOrderSummariesAsync([notification.GoogleOrderNumber], cancellationToken);
        var charge = OrderRules.GetActions(OrderStatus.FromSummary(orders[0])).Charge;
        if (charge.IsAllowed)
        {
            await client.ChargeOrderAsync(notification.GoogleOrderNumber, charge.MaxAmount, cancellationToken);
        }
    }

    public Task HandleAsync(ChargeAmountNotification notification, NotificationContext context, CancellationToken cancellationToken) => ExecuteAsync(
        context,
        "INSERT INTO payments (google_order_number, amount) VALUES (@order, @value)",
        notification.GoogleOrderNumber,
        notification.LatestChargeAmount.Amount,
        cancellationToken);

    private static async Task ExecuteAsync(NotificationContext context, string sql, string order, object value, CancellationToken cancellationToken)
    {
        await using var command = context.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, content) in new[] { ("@order", order), ("@value", value) })
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, content);
            command.Parameters.Add(parameter);
        }

        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
// </handlers>
