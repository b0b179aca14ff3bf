// A shop on Google Checkout, as small as an honest one can be: three products, a cart, and its orders for the owner.
using MerchantStore;
using MerchantStore.Commands;
using MerchantStore.Development;
using MerchantStore.Orders;
using MerchantStore.Shop;
using Microsoft.Data.Sqlite;

const string Callback = "/checkout/callback";

var builder = WebApplication.CreateBuilder(args);
var services = builder.Services;

// 1. The service: the merchant of the section GoogleCheckout; in development without one, a sandbox in this process.
await using var sandbox = await builder.AddDevelopmentSandboxAsync();
if (sandbox is null)
{
    services.AddGoogleCheckout(builder.Configuration.GetSection("GoogleCheckout"));
}

// 2. One database for the shop and the inbox: what a handler writes and that the notification was handled are kept together.
var database = SqliteFactory.Instance.CreateDataSource(builder.Configuration.GetConnectionString("Store")!);
services.AddSingleton(database);
services.AddHostedService<StoreTables>();
services.AddNotificationInbox(database);

// 3. What the shop does about notifications: a class for each thing it cares about.
services.AddNotificationHandler<NewOrder>();
services.AddNotificationHandler<StateChange>();
services.AddNotificationHandler<RiskChecked>();
services.AddNotificationHandler<MoneyMoved>();
services.AddSingleton<OrderStore>();
services.AddSingleton<AutoCharge>();

// 4. What the shop asks of the service: each command once.
services.AddSingleton(TimeProvider.System);
services.AddSingleton<CommandLog>();
services.AddSingleton<CommandSender>();
services.AddHostedService<CommandWorker>();

// 5. Pages: the shop for everyone, the orders for its owner.
services.AddSingleton<CheckoutDesk>();
services.AddOwner(builder.Configuration);
services.AddRazorPages(pages =>
{
    pages.Conventions.AuthorizeFolder("/Orders");
    pages.Conventions.OnlyWith(sandbox, "/Development");
});

var app = builder.Build();
if (!app.Environment.IsDevelopment())
{
    app.UseExceptionHandler("/Error");
    app.UseHsts();
    app.UseHttpsRedirection();
}

app.UsePageHeaders();
app.UseStaticFiles();
app.UseRouting();
app.UseRateLimiter();
app.UseAuthentication();
app.UseAuthorization();

app.MapGoogleCheckout(Callback);
app.MapRazorPages();
sandbox?.NotifyShop(app, Callback);

app.Run();
