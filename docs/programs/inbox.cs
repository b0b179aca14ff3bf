// <program>
using GoogleCheckout;
using GoogleCheckout.Notifications;
using Microsoft.Data.Sqlite;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddGoogleCheckout(builder.Configuration);
builder.Services.AddNotificationInbox(SqliteFactory.Instance.CreateDataSource("Data Source=shop.db"));
builder.Services.AddNotificationHandler<MarkPaid>();
var app = builder.Build();
app.MapGoogleCheckout("/checkout/callback");
app.Run();

internal sealed class MarkPaid : INotificationHandler<ChargeAmountNotification>
{
    public async Task HandleAsync(ChargeAmountNotification notification, NotificationContext context, CancellationToken cancellationToken)
    {
        await using var command = context.CreateCommand();
        command.CommandText = "UPDATE orders SET paid = paid + @amount WHERE google_order_number = @order";
        command.Parameters.Add(new SqliteParameter("@amount", notification.LatestChargeAmount.Amount));
        command.Parameters.Add(new SqliteParameter("@order", notification.GoogleOrderNumber));
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
// </program>
