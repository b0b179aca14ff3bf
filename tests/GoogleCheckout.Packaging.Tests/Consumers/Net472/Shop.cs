using System;
using System.Configuration;
using System.Threading;
using System.Threading.Tasks;
using GoogleCheckout;
using GoogleCheckout.Notifications;
using Microsoft.Extensions.DependencyInjection;

// <shop>
public static class Shop
{
    public static IServiceProvider Services { get; } = Register();

    private static IServiceProvider Register()
    {
        var settings = ConfigurationManager.AppSettings;
        var services = new ServiceCollection();
        services.AddGoogleCheckout(options =>
        {
            options.MerchantId = settings["GoogleMerchantID"];
            options.MerchantKey = settings["GoogleMerchantKey"];
            options.Environment = CheckoutEnvironment.ForBaseAddress(new Uri(settings["GoogleCheckoutUrl"]));
        });
        services.AddNotificationHandler<PrintOrders>();
        return services.BuildServiceProvider();
    }
}
// </shop>

public sealed class PrintOrders : INotificationHandler<NewOrderNotification>
{
    public Task HandleAsync(NewOrderNotification notification, NotificationContext context, CancellationToken cancellationToken)
    {
        Console.WriteLine($"{notification.GoogleOrderNumber}: {notification.OrderTotal}");
        return Task.CompletedTask;
    }
}
