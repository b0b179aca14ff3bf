using Dapper;
using GoogleCheckout.Notifications;

namespace GoogleCheckout.Inbox;

// <handler>
internal sealed class InsertPayment : INotificationHandler<ChargeAmountNotification>
{
    public async Task HandleAsync(ChargeAmountNotification notification, NotificationContext context, CancellationToken cancellationToken)
    {
        var transaction = context.RequireTransaction();
        await transaction.Connection!.ExecuteAsync(new CommandDefinition(
            "INSERT INTO payments (id, google_order_number, amount) VALUES (@Id, @Order, @Amount)",
            new { Id = notification.SerialNumber, Order = notification.GoogleOrderNumber, notification.LatestChargeAmount.Amount },
            transaction,
            cancellationToken: cancellationToken));
    }
}
// </handler>
