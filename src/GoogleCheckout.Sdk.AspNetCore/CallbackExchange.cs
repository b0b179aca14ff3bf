using GoogleCheckout.Callbacks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;

namespace GoogleCheckout.AspNetCore;

/// <summary>Passes a request of ASP.NET Core to the endpoint and writes the response.</summary>
internal static class CallbackExchange
{
    public static async Task HandleAsync(CallbackEndpoint endpoint, HttpContext context)
    {
        CallbackResponse callbackResponse;
        try
        {
            callbackResponse = await endpoint.HandleAsync(await ToCallbackAsync(context).ConfigureAwait(false), context.RequestAborted).ConfigureAwait(false);
        }
        catch (BadHttpRequestException e)
        {
            // The web server's limits: the body is too large, too slow or shorter than announced.
            SetEmpty(context.Response, e.StatusCode);
            return;
        }
        catch (IOException) when (!context.RequestAborted.IsCancellationRequested)
        {
            SetEmpty(context.Response, StatusCodes.Status400BadRequest);
            return;
        }
        catch
        {
            // Nothing was handled, so the status must not stay 200: the token may be that of a timeout, while the sender still waits. A
            // middleware that knows better, such as UseRequestTimeouts, replaces the status.
            if (!context.Response.HasStarted)
            {
                context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            }

            throw;
        }

        await WriteAsync(callbackResponse, context.Response).ConfigureAwait(false);
    }

    private static async ValueTask<CallbackRequest> ToCallbackAsync(HttpContext context)
    {
        var request = context.Request;
        var form = await GetFormAsync(context).ConfigureAwait(false);
        if (form is null && request.Body.CanSeek)
        {
            // With buffering, what a middleware has read can be read again.
            request.Body.Position = 0;
        }

        return new CallbackRequest
        {
            Method = request.Method,
            IsHttps = request.IsHttps,
            Authorization = GetAuthorization(request.Headers.Authorization),
            ContentType = request.ContentType,
            ContentLength = form?.Length ?? request.ContentLength,
            Body = form is null ? request.Body : new MemoryStream(form, writable: false),
        };
    }

    // All of several headers, the empty ones too: they match no credentials. StringValues would leave the empty ones out.
    private static string? GetAuthorization(StringValues headers) => headers.Count switch
    {
        0 => null,
        1 => headers[0],
        _ => string.Join(',', headers.ToArray()),
    };

    /// <summary>Returns the fields of a form that a middleware has read, for example antiforgery; null if none has.</summary>
    private static async ValueTask<byte[]?> GetFormAsync(HttpContext context)
    {
        if (context.Features.Get<IFormFeature>()?.Form is not { } form)
        {
            return null;
        }

        using var content = new FormUrlEncodedContent(form.SelectMany(field => field.Value, (field, value) => KeyValuePair.Create(field.Key, value ?? string.Empty)));
        return await content.ReadAsByteArrayAsync(context.RequestAborted).ConfigureAwait(false);
    }

    private static void SetEmpty(HttpResponse response, int status)
    {
        response.StatusCode = status;
        response.ContentLength = 0;
    }

    // Without the request's token: what was handled is acknowledged, also if a timeout has ended in the meantime.
    private static async Task WriteAsync(CallbackResponse callbackResponse, HttpResponse response)
    {
        response.StatusCode = callbackResponse.StatusCode;
        response.ContentType = callbackResponse.ContentType;
        response.ContentLength = callbackResponse.Body.Length;
        foreach (var header in callbackResponse.Headers)
        {
            response.Headers[header.Key] = header.Value;
        }

        await response.Body.WriteAsync(callbackResponse.Body, CancellationToken.None).ConfigureAwait(false);
    }
}
