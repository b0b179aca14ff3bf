using GoogleCheckout.Callbacks;
using Microsoft.AspNetCore.Http;

namespace GoogleCheckout.AspNetCore;

/// <summary>From a request of ASP.NET Core to the endpoint, and back.</summary>
internal static class CallbackExchange
{
    public static async Task AnswerAsync(CallbackEndpoint endpoint, HttpContext context)
    {
        try
        {
            var answer = await endpoint.HandleAsync(ToCallback(context.Request), context.RequestAborted).ConfigureAwait(false);
            await WriteAsync(answer, context.Response, context.RequestAborted).ConfigureAwait(false);
        }
        catch (BadHttpRequestException e)
        {
            // The server's own limits: too large, too slow, not what was announced.
            context.Response.StatusCode = e.StatusCode;
            context.Response.ContentLength = 0;
        }
        catch (Exception e) when (e is IOException || (e is OperationCanceledException && context.RequestAborted.IsCancellationRequested))
        {
            // The sender has hung up; there is nobody to answer.
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

    private static async Task WriteAsync(CallbackResponse answer, HttpResponse response, CancellationToken cancellationToken)
    {
        response.StatusCode = answer.StatusCode;
        response.ContentType = answer.ContentType;
        response.ContentLength = answer.Body.Length;
        foreach (var header in answer.Headers)
        {
            response.Headers[header.Key] = header.Value;
        }

        await response.Body.WriteAsync(answer.Body, cancellationToken).ConfigureAwait(false);
    }
}
