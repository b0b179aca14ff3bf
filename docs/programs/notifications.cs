// <program>
using GoogleCheckout;
using GoogleCheckout.Notifications;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddGoogleCheckout(builder.Configuration);
builder.Services.AddNotificationHandler<ShipWhenCharged>();
var app = builder.Build();
app.MapGoogleCheckout("/checkout/callback");
app.Run();

internal sealed class ShipWhenCharged(CheckoutClient client) : INotificationHandler<ChargeAmountNotification>
{
    public Task HandleAsync(ChargeAmountNotification notification, NotificationContext context, CancellationToken cancellationToken) =>
        client.DeliverOrderAsync(notification.GoogleOrderNumber, cancellationToken: cancellationToken);
}
// </program>
