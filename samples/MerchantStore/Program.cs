// A small but complete store on Google Checkout: three products, a cart, and the orders for the owner.
using MerchantStore;
using MerchantStore.Commands;
using MerchantStore.Development;
using MerchantStore.Orders;
using MerchantStore.Owner;
using MerchantStore.Shop;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Data.Sqlite;

const string Callback = "/checkout/callback";

var builder = WebApplication.CreateBuilder(args);
var services = builder.Services;

// 1. The service: the merchant in the configuration section GoogleCheckout; without it, in development, a sandbox in this process.
await using var sandbox = await builder.AddDevelopmentSandboxAsync();
if (sandbox is null)
{
    services.AddGoogleCheckout(builder.Configuration.GetSection("GoogleCheckout"));
}

// 2. One database for the store and the inbox, so that a handler's changes and the record of its notification are committed together.
var database = SqliteFactory.Instance.CreateDataSource(builder.Configuration.GetConnectionString("Store")!);
services.AddSingleton(database);
services.AddHostedService<StoreTables>();
services.AddNotificationInbox(database);

// 3. The handlers of notifications.
services.AddNotificationHandler<NewOrder>();
services.AddNotificationHandler<StateChange>();
services.AddNotificationHandler<RiskChecked>();
services.AddNotificationHandler<MoneyMoved>();
services.AddSingleton<OrderStore>();
services.AddSingleton<AutoCharge>();

// 4. The commands to the service, each sent once.
services.AddSingleton(TimeProvider.System);
services.AddSingleton<CommandLog>();
services.AddSingleton<CommandSender>();
services.AddHostedService<CommandWorker>();

// 5. Pages: the store for everyone, the orders for the owner.
services.AddSingleton<CheckoutDesk>();
services.AddOwner();
services.AddRazorPages(pages =>
{
    pages.Conventions.AuthorizeFolder("/Orders");
    pages.Conventions.AuthorizeFolder("/Settings");
    pages.Conventions.OnlyWith(sandbox, "/Development");
});
services.AddAntiforgery(options => options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest);
services.Configure<CookieTempDataProviderOptions>(options => options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest);

var app = builder.Build();
if (!app.Environment.IsDevelopment())
{
    app.UseExceptionHandler("/Status/500");
    app.UseHsts();
    app.UseHttpsRedirection();
}

app.UsePageHeaders(sandbox?.PagesAddress);
app.UseStatusCodePagesWithReExecute("/Status/{0}");
app.UseStaticFiles();
app.UseRouting();
app.UseRateLimiter();
app.UseAuthentication();
app.UseAuthorization();

app.MapGoogleCheckout(Callback).WithMetadata(new SkipStatusCodePagesAttribute());
app.MapRazorPages();
sandbox?.SendNotificationsTo(app, Callback);

app.Run();
