using GoogleCheckout.Notifications;
using GoogleCheckout.Orders;
using Microsoft.Extensions.DependencyInjection;

namespace GoogleCheckout;

/// <summary>The code blocks of the README, compiled. <c>SnippetTests</c> compares them with the page.</summary>
internal static class SdkReadmeSnippets
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

    public static void ValidateSchema(string cartXml)
    {
        // <validate-schema>
        foreach (var violation in CheckoutXml.ValidateSchema(cartXml))
        {
            Console.WriteLine($"Line {violation.LineNumber}: {violation.Path} {violation.Reason}");
        }
        // </validate-schema>
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
        catch (CheckoutApiException error)
        {
            Console.WriteLine($"The service rejected the command: {error.ErrorMessage}");
        }
        catch (CheckoutException error) when (error.OutcomeUnknown)
        {
            Console.WriteLine("The command may have been executed: look up the order before you send it again.");
        }
        // </charge>
    }

    public static void ReadDamaged(Stream archive)
    {
        // <read-archive>
        foreach (var entry in CheckoutXml.ReadArchive(archive))
        {
            if (!entry.IsRead)
            {
                Console.WriteLine($"{entry.Length} bytes at {entry.Offset}: {entry.Error.Message}");
            }
            else if (!entry.IsDuplicate)
            {
                Console.WriteLine($"{entry.Notification.Timestamp:u} {entry.Notification.GoogleOrderNumber}");
            }
        }
        // </read-archive>
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
