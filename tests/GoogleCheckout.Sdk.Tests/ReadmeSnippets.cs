using GoogleCheckout.Notifications;
using GoogleCheckout.Orders;
using Microsoft.Extensions.DependencyInjection;

namespace GoogleCheckout;

/// <summary>The code of the README, compiled. <c>SnippetTests</c> compares the two.</summary>
internal static class ReadmeSnippets
{
    public static void Register(IServiceCollection services, string key)
    {
        // <register>
        services.AddGoogleCheckout(options =>
        {
            options.MerchantId = "123456789012345";
            options.MerchantKey = key;
            options.Environment = CheckoutEnvironment.ForBaseAddress(new Uri("https://gateway.example/"));
            options.ClientCertificatePath = "merchant.pfx";
        });
        // </register>
    }

    public static async Task ChargeAsync(CheckoutClient client, string orderNumber, CancellationToken cancellationToken)
    {
        // <charge>
        try
        {
            await client.ChargeOrderAsync(orderNumber, new Money(72.50m, "USD"), cancellationToken);
            await client.DeliverOrderAsync(orderNumber, new TrackingData { Carrier = Carriers.UPS, TrackingNumber = "1Z999" }, cancellationToken: cancellationToken);
            await client.ArchiveOrderAsync(orderNumber, cancellationToken);
        }
        catch (CheckoutApiException refused)
        {
            Console.WriteLine($"The service refused: {refused.ErrorMessage}");
        }
        catch (CheckoutException lost) when (lost.OutcomeUnknown)
        {
            Console.WriteLine("It may have been executed: look up the order before you send anything again.");
        }
        // </charge>
    }

    public static void Read(Stream archive)
    {
        // <read>
        foreach (var notification in CheckoutXml.ReadNotifications(archive))
        {
            if (notification is NewOrderNotification order && order.ShoppingCart.MerchantPrivateData?.TryGetValue("shop-order-id", out string? id) == true)
            {
                Console.WriteLine($"{order.Timestamp:u} {order.GoogleOrderNumber} is our {id}: {order.OrderTotal}");
            }
        }
        // </read>
    }
}
