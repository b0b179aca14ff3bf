using GoogleCheckout.Callbacks;
using Microsoft.AspNetCore.Http;

namespace GoogleCheckout.AspNetCore;

/// <summary>Passes a request of ASP.NET Core to the endpoint and writes the response.</summary>
internal static class CallbackExchange
{
    public static async Task HandleAsync(CallbackEndpoint endpoint, HttpContext context)
    {
        try
        {
            var callbackResponse = await endpoint.HandleAsync(ToCallback(context.Request), context.RequestAborted).ConfigureAwait(false);
            await WriteAsync(callbackResponse, context.Response, context.RequestAborted).ConfigureAwait(false);
        }
        catch (BadHttpRequestException e)
        {
            // The web server's limits: the body is too large, too slow or shorter than announced.
            context.Response.StatusCode = e.StatusCode;
            context.Response.ContentLength = 0;
        }
        catch (Exception e) when (e is IOException || (e is OperationCanceledException && context.RequestAborted.IsCancellationRequested))
        {
            // The sender closed the connection, so a response is not possible.
        }
    }

    private static CallbackRequest ToCallback(HttpRequest request) => new()
    {
        Method = request.Method,
        IsHttps = request.IsHttps,
        Authorization = request.Headers.Authorization,
        ContentType = request.ContentType,
        ContentLength = request.ContentLength,
        Body = request.Body,
    };

    private static async Task WriteAsync(CallbackResponse callbackResponse, HttpResponse response, CancellationToken cancellationToken)
    {
        response.StatusCode = callbackResponse.StatusCode;
        response.ContentType = callbackResponse.ContentType;
        response.ContentLength = callbackResponse.Body.Length;
        foreach (var header in callbackResponse.Headers)
        {
            response.Headers[header.Key] = header.Value;
        }

        await response.Body.WriteAsync(callbackResponse.Body, cancellationToken).ConfigureAwait(false);
    }
}
