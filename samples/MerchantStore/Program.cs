// A small but complete store on Google Checkout: a catalog, a cart with coupons and gift certificates, and the orders for the owner.
using MerchantStore;
using MerchantStore.Calculations;
using MerchantStore.Catalog;
using MerchantStore.Codes;
using MerchantStore.Data;
using MerchantStore.Development;
using MerchantStore.Mail;
using MerchantStore.Messages;
using MerchantStore.Orders;
using MerchantStore.Owner;
using MerchantStore.Settings;
using MerchantStore.Shop;
using Microsoft.AspNetCore.Mvc;

var builder = WebApplication.CreateBuilder(args);
var services = builder.Services;

// A mistyped setting would otherwise be a setting that does not count.
ConfigurationCheck.ThrowIfInvalid(builder.Configuration);

// 1. One database for the store, the inbox and the outbox, so that their changes are committed together. The store's tables are created first.
var database = StoreDatabase.Open(builder.Configuration);
services.AddSingleton(database);
services.AddDbContextFactory<StoreContext>(database.Configure);
services.AddHostedService<StoreTables>();
await builder.AddStoredSettingsAsync(database);

// 2. The service: the merchant in the configuration section GoogleCheckout; without it, in development, a sandbox in this process.
await using var sandbox = await builder.AddDevelopmentSandboxAsync(database);
if (sandbox is null)
{
    services.AddSingleton(TimeProvider.System);
    services.AddGoogleCheckout(builder.Configuration.GetSection("GoogleCheckout"));
}

// 3. The handlers of notifications.
services.AddNotificationInbox(database.Source);
services.AddNotificationHandler<NewOrder>();
services.AddNotificationHandler<StateChange>();
services.AddNotificationHandler<RiskChecked>();
services.AddNotificationHandler<MoneyMoved>();
services.AddScoped<OrderRecorder>();
services.AddScoped<AutoCharge>();
services.AddScoped<FailedCalculation>();

// 4. The commands to the service. The outbox executes each of those that move money once.
services.AddCheckoutOutbox(database.Source, options => options.PollInterval = TimeSpan.FromMilliseconds(250));
services.AddCommandOutcomeHandler<CommandOutcomes>();
services.AddScoped<OrderCommands>();
services.AddScoped<OrderLookUp>();
services.AddScoped<OrderList>();
services.AddHostedService<ShopNumberSender>();

// 5. The store: prices, codes, and the calculations while the buyer is at Google Checkout.
services.AddHttpContextAccessor();
services.AddScoped<ProductCatalog>();
services.AddScoped<VisitorCart>();
services.AddScoped<CodeBook>();
services.AddScoped<GiftCertificates>();
services.AddMerchantCalculationHandler<ShopCalculator>();
services.AddScoped<ShopCalculator>();
services.AddSingleton<ShopAddress>();
services.AddScoped<ShopOrderNumbers>();
services.AddScoped<CheckoutCart>();
services.AddScoped<CheckoutDesk>();
services.AddScoped<InvoiceDesk>();
if (builder.Environment.IsDevelopment())
{
    services.AddHostedService<SampleCertificates>();
}

// 6. The log of all messages, and the mails.
services.AddMessageLog();
services.AddOrderMails();

// 7. Pages: the store for everyone, the orders for the owner.
services.AddOwner();
services.AddRazorPages(pages =>
{
    pages.Conventions.AuthorizeFolder("/Orders");
    pages.Conventions.AuthorizeFolder("/Messages");
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

app.UseLoggedCallbacks(ShopAddress.CallbackPath);
app.MapGoogleCheckout(ShopAddress.CallbackPath).WithMetadata(new SkipStatusCodePagesAttribute());
app.MapRazorPages();
app.MapDownloads();
sandbox?.SendNotificationsTo(app, ShopAddress.CallbackPath);

app.Run();
