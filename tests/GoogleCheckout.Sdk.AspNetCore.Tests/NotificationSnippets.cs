using GoogleCheckout.Callbacks;
using GoogleCheckout.Notifications;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.DependencyInjection;

namespace GoogleCheckout.AspNetCore;

/// <summary>Code of docs/notifications.md and docs/receiving-only.md, compiled.</summary>
internal static class NotificationSnippets
{
    public static void Register(WebApplicationBuilder builder)
    {
        // <register>
        builder.Services.AddGoogleCheckout(builder.Configuration);
        builder.Services.AddNotificationHandler<ShipWhenCharged>();
        var app = builder.Build();
        app.MapGoogleCheckout("/checkout/callback");
        // </register>
    }

    public static void Configure(IServiceCollection services)
    {
        // <options>
        services.Configure<CallbackOptions>(options => options.RejectInconsistentNotifications = true);
        // </options>
    }

    public static void Several(WebApplication app)
    {
        // <several>
        app.MapGoogleCheckout("/checkout/callback/teas", "teas");
        app.MapGoogleCheckout("/checkout/callback/pots", "pots");
        // </several>
    }

    public static void BehindAProxy(WebApplication app)
    {
        // <proxy>
        app.UseForwardedHeaders(new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedProto });
        // </proxy>
    }

    public static async Task TryAsync(IWarehouse warehouse, CancellationToken cancellationToken)
    {
        // <try>
        var charged = new ChargeAmountNotification
        {
            SerialNumber = "841171949013218-00010-2",
            GoogleOrderNumber = "841171949013218",
            LatestChargeAmount = new Money(12.50m, "USD"),
            TotalChargeAmount = new Money(12.50m, "USD"),
        };
        await new ShipWhenCharged(warehouse).HandleAsync(charged, new NotificationContext(charged), cancellationToken);
        // </try>
    }

    public static async Task HandleAllAsync(Stream archive, NotificationReceiver receiver, CancellationToken cancellationToken)
    {
        // <archive>
        foreach (var notification in CheckoutXml.ReadNotifications(archive))
        {
            await receiver.ReceiveAsync(notification, cancellationToken: cancellationToken);
        }
        // </archive>
    }

    public interface IWarehouse
    {
        Task ReleaseAsync(string orderNumber, CancellationToken cancellationToken);
    }

    // <handler>
    public sealed class ShipWhenCharged(IWarehouse warehouse) : INotificationHandler<ChargeAmountNotification>
    {
        public Task HandleAsync(ChargeAmountNotification notification, NotificationContext context, CancellationToken cancellationToken) =>
            warehouse.ReleaseAsync(notification.GoogleOrderNumber, cancellationToken);
    }
    // </handler>
}
