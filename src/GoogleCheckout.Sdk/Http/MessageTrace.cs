using System.Net;
using GoogleCheckout.Diagnostics;
using Microsoft.Extensions.Logging;

namespace GoogleCheckout.Http;

/// <summary>Hands documents to the message log, where there is one.</summary>
internal static class MessageTrace
{
    public static void Sent(Call call, ILogger logger) => Write(call, null, call.Document, logger);

    public static void Received(Call call, RawResponse answer, ILogger logger) => Write(call, answer.Status, answer.Body, logger);

    private static void Write(Call call, HttpStatusCode? status, byte[] document, ILogger logger)
    {
        if (call.Options.OnMessage is not { } write)
        {
            return;
        }

        try
        {
            write(new MessageLogEntry
            {
                Operation = call.Operation.Name,
                Endpoint = call.Endpoint,
                StatusCode = status,
                Xml = Redaction.Mask(document),
            });
        }
        catch (Exception e)
        {
            // A charge must not fail, or look failed, because a log did.
            Log.MessageLogFailed(logger, e.GetType().Name);
        }
    }
}
