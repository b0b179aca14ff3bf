// A merchant's callback URL without ASP.NET Core: a CallbackEndpoint handles the requests of any HTTP server.
// To try it, run dotnet run --project samples/HttpListenerHost and post a notification with the curl command that the program prints.
using System.Net;
using GoogleCheckout;
using GoogleCheckout.Callbacks;
using GoogleCheckout.Notifications;
using Microsoft.Extensions.DependencyInjection;

const string merchantId = "123456789012345";
const string merchantKey = "a-key-for-trying";
var address = args is [var given] ? given : "http://127.0.0.1:8088/checkout/callback/";

// <endpoint>
var services = new ServiceCollection();
services.AddGoogleCheckout(options =>
{
    options.MerchantId = merchantId;
    options.MerchantKey = merchantKey;
    options.Environment = CheckoutEnvironment.Sandbox;
});
services.AddNotificationHandler<PrintNotification>();

await using var provider = services.BuildServiceProvider();
using var endpoint = new CallbackEndpoint(provider);
// </endpoint>

using var listener = new HttpListener { Prefixes = { address } };
listener.Start();
Console.WriteLine($"The program receives notifications at {address} until you press Ctrl+C. To send one:");
Console.WriteLine($"curl -u {merchantId}:{merchantKey} -H 'Content-Type: application/xml' -d @notification.xml {address}");

while (true)
{
    var context = await listener.GetContextAsync();
    _ = AnswerAsync(endpoint, context);
}

// <answer>
static async Task AnswerAsync(CallbackEndpoint endpoint, HttpListenerContext context)
{
    using var response = context.Response;

    // Closing the response sends it, and 200 would acknowledge what was not handled.
    response.StatusCode = 503;
    try
    {
        var answer = await endpoint.HandleAsync(new CallbackRequest
        {
            Method = context.Request.HttpMethod,
            IsHttps = context.Request.IsSecureConnection,
            Authorization = context.Request.Headers["Authorization"],
            ContentType = context.Request.ContentType,
            ContentLength = context.Request.ContentLength64,
            Body = context.Request.InputStream,
        });
        response.StatusCode = answer.StatusCode;
        response.ContentType = answer.ContentType;
        response.ContentLength64 = answer.Body.Length;
        foreach (var header in answer.Headers)
        {
            response.Headers[header.Key] = header.Value;
        }

        await response.OutputStream.WriteAsync(answer.Body);
    }
    catch (Exception e)
    {
        // Nobody awaits this method. The service sends the notification again.
        Console.WriteLine($"A request was not answered: {e.GetType().Name}");
    }
}
// </answer>

// <handler>
internal sealed class PrintNotification : INotificationHandler<Notification>
{
    public Task HandleAsync(Notification notification, NotificationContext context, CancellationToken cancellationToken)
    {
        Console.WriteLine($"{notification.Timestamp:u} {notification}");
        return Task.CompletedTask;
    }
}
// </handler>
