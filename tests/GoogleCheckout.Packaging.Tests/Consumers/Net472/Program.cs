using System;
using System.Security.Cryptography.X509Certificates;
using System.Threading.Tasks;
using GoogleCheckout;
using GoogleCheckout.Carts;
using GoogleCheckout.Notifications;
using GoogleCheckout.Orders;

internal static class Program
{
    private static async Task Main(string[] arguments)
    {
        var client = new CheckoutClient(new CheckoutOptions
        {
            MerchantId = arguments[0],
            MerchantKey = arguments[1],
            Environment = CheckoutEnvironment.ForBaseAddress(new Uri(arguments[2])),
            ClientCertificate = new X509Certificate2(arguments[3]),
        });

        CheckoutRedirect redirect = await client.CheckoutAsync(Carts.Create());
        Console.WriteLine(redirect.RedirectUrl);

        RequestReceivedResponse answer = await client.SendAsync(new DeliverOrderRequest
        {
            GoogleOrderNumber = "841171949013218",
            TrackingData = new TrackingData { Carrier = "UPS", TrackingNumber = "1Z9999W99999999999" },
        });
        Console.WriteLine(answer.SerialNumber);

        var charged = CheckoutXml.Parse<ChargeAmountNotification>(Console.OpenStandardInput());
        Console.WriteLine((charged with { SerialNumber = "another" }).ToXmlString());
        await foreach (var page in client.PollNotificationsAsync("a token"))
        {
            Console.WriteLine(page.ContinueToken);
        }
    }
}
