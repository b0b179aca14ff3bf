// <usings>
using GoogleCheckout.Notifications;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
// </usings>

namespace GoogleCheckout.Samples;

/// <summary>The code of the README that needs more than one package, compiled. A test of the SDK's compares the two.</summary>
internal static class SampleReadmeSnippets
{
    public static void Receive(string[] args)
    {
        // <receive>
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddGoogleCheckout(builder.Configuration);
        builder.Services.AddNotificationInbox(SqliteFactory.Instance.CreateDataSource("Data Source=shop.db"));
        builder.Services.AddNotificationHandler<MarkPaid>();

        var app = builder.Build();
        app.MapGoogleCheckout("/checkout/callback");
        app.Run();
        // </receive>
    }

    // <handler>
    public sealed class MarkPaid : INotificationHandler<ChargeAmountNotification>
    {
        public async Task HandleAsync(ChargeAmountNotification notification, NotificationContext context, CancellationToken cancellationToken)
        {
            await using var command = context.CreateCommand();
            command.CommandText = "INSERT INTO payments (google_order_number, amount) VALUES (@order, @amount)";
            command.Parameters.Add(new SqliteParameter("@order", notification.GoogleOrderNumber));
            command.Parameters.Add(new SqliteParameter("@amount", notification.LatestChargeAmount.Amount));
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }
    // </handler>
}
