using System.Net;
using GoogleCheckout.Diagnostics;
using GoogleCheckout.Xml;
using Microsoft.Extensions.Logging;

namespace GoogleCheckout.Http;

/// <summary>Passes documents to <see cref="CheckoutOptions.OnMessage"/>, if it is set.</summary>
internal static class MessageTrace
{
    public static void Sent(Call call, ILogger logger) => Write(call, null, call.Document, logger);

    public static void Received(Call call, RawResponse response, ILogger logger) => Write(call, response.Status, response.Body, logger);

    private static void Write(Call call, HttpStatusCode? status, byte[] document, ILogger logger)
    {
        if (call.Options.OnMessage is not { } onMessage)
        {
            return;
        }

        try
        {
            onMessage(new MessageLogEntry
            {
                Operation = call.Operation.Name,
                Endpoint = call.Endpoint,
                StatusCode = status,
                Xml = call.Secrets.Mask(Redaction.Mask(document)),
            });
        }
        catch (Exception e)
        {
            // An exception in the callback must not let a charge fail, or appear to have failed.
            Log.OnMessageFailed(logger, e.GetType().Name);
        }
    }
}
