// <shop>
using GoogleCheckout;
using GoogleCheckout.Carts;
using GoogleCheckout.Notifications;
using GoogleCheckout.Sandbox;

await using var sandbox = await CheckoutSandbox.StartAsync();

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddGoogleCheckout(sandbox.Configure);
builder.Services.AddNotificationHandler<PrintOrder>();

var app = builder.Build();
app.MapGoogleCheckout("/checkout/callback");
app.MapGet("/buy", async (HttpRequest request, CheckoutClient client) =>
{
    // The site posts a cart, and the buyer places the order. The sandbox then posts its notification to the callback URL.
    sandbox.CallbackUrl = new Uri($"http://{request.Host}/checkout/callback");
    var tea = new Item { ItemName = "Green tea", ItemDescription = "Sencha, 100 g", UnitPrice = new Money(6.25m, "USD"), Quantity = 2 };
    var order = await sandbox.PlaceOrderAsync(await client.CheckoutAsync(CheckoutShoppingCart.Create(tea)));
    await sandbox.DeliverAsync();
    return $"Order {order.GoogleOrderNumber} is placed, and the notification is {(sandbox.Deliveries[^1].IsAcknowledged ? "" : "not ")}handled.";
});
app.Run();

internal sealed class PrintOrder : INotificationHandler<NewOrderNotification>
{
    public Task HandleAsync(NewOrderNotification notification, NotificationContext context, CancellationToken cancellationToken)
    {
        Console.WriteLine($"Order {notification.GoogleOrderNumber}: {notification.OrderTotal}");
        return Task.CompletedTask;
    }
}
// </shop>
