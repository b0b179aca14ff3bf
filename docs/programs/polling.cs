// <program>
using GoogleCheckout;
using GoogleCheckout.Notifications;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

var builder = Host.CreateApplicationBuilder(args);
builder.Services.AddGoogleCheckout(builder.Configuration);
builder.Services.AddNotificationInbox(SqliteFactory.Instance.CreateDataSource("Data Source=shop.db"));
builder.Services.AddNotificationHandler<PrintOrder>();
builder.Services.AddNotificationPolling(options => options.Interval = TimeSpan.FromMinutes(5));
await builder.Build().RunAsync();

internal sealed class PrintOrder : INotificationHandler<NewOrderNotification>
{
    public Task HandleAsync(NewOrderNotification notification, NotificationContext context, CancellationToken cancellationToken)
    {
        Console.WriteLine($"Order {notification.GoogleOrderNumber}: {notification.OrderTotal}");
        return Task.CompletedTask;
    }
}
// </program>
