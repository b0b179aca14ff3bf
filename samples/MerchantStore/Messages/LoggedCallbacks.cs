using GoogleCheckout;

namespace MerchantStore.Messages;

/// <summary>Logs what Google Checkout posts to the callback URL, and the responses. Requests that the endpoint refuses are not logged: a stranger may have sent them.</summary>
internal static class LoggedCallbacks
{
    // More than the endpoint reads: a notification has the buyer's data, which a temporary file would keep.
    private const int MaxMemory = 2 * 1024 * 1024;

    public static void UseLoggedCallbacks(this WebApplication app, string callback)
    {
        var log = app.Services.GetRequiredService<MessageLog>();
        app.UseWhen(context => context.Request.Path == callback, branch => branch.Use((context, next) => LogAsync(context, next, log)));
    }

    private static async Task LogAsync(HttpContext context, RequestDelegate next, MessageLog log)
    {
        // Nothing is read here before the endpoint has read it: it checks the credentials first.
        context.Request.EnableBuffering(MaxMemory);
        var body = context.Response.Body;
        using var response = new MemoryStream();
        context.Response.Body = response;
        try
        {
            await next(context);
        }
        finally
        {
            context.Response.Body = body;
        }

        response.Position = 0;
        await response.CopyToAsync(body, CancellationToken.None);
        if (context.Response.StatusCode == StatusCodes.Status200OK)
        {
            context.Request.Body.Position = 0;
            using var request = new MemoryStream();
            await context.Request.Body.CopyToAsync(request, CancellationToken.None);
            log.Add(MessageDirection.Received, context.Request.ContentType ?? "callback", Mask(request), statusCode: null);
            log.Add(MessageDirection.Sent, "acknowledgment", Mask(response), context.Response.StatusCode);
        }
    }

    private static string Mask(MemoryStream document)
    {
        try
        {
            return CheckoutXml.Mask(document.ToArray());
        }
        catch (CheckoutXmlException)
        {
            // A post of a serial number only. The notification itself is the response to the request that follows from it.
            return $"(not XML, {document.Length} bytes)";
        }
    }
}
