using System.Net;

namespace GoogleCheckout.Http;

/// <summary>The status of a response, and its body as far as it arrived.</summary>
internal sealed record RawResponse(HttpStatusCode Status, byte[] Body, TimeSpan? RetryAfter)
{
    /// <summary>The reason why the body is incomplete; null if it is complete.</summary>
    public string? Defect { get; init; }

    public Exception? Cause { get; init; }

    public bool IsSuccess => IsSuccessful(Status);

    public static bool IsSuccessful(HttpStatusCode status) => (int)status is >= 200 and <= 299;

    /// <summary>Reads the body, up to <see cref="CheckoutOptions.MaxResponseBytes"/>.</summary>
    /// <param name="response">The response.</param>
    /// <param name="call">The call.</param>
    /// <param name="beginning">The part of the body that was read before.</param>
    public static async ValueTask<RawResponse> ReadAsync(HttpResponseMessage response, Call call, byte[] beginning)
    {
        var limit = call.Options.MaxResponseBytes;
        var retryAfter = IsSuccessful(response.StatusCode) ? null : GetRetryAfter(response, call.Options.TimeProvider);
        var body = new ResponseBuffer(beginning, response.Content.Headers.ContentLength, limit);
        CancellationTokenRegistration close = default;
        try
        {
            // If a stream of the runtime ignores the token, disposing the response ends its wait. Most bodies arrive with the headers, without a wait.
            var opening = response.Content.ReadAsStreamAsync();
            close = opening.IsCompleted ? default : call.Deadline.Token.Register(response.Dispose);
            using var stream = await opening.ConfigureAwait(false);
            int read;
            do
            {
                var reading = stream.ReadAsync(body.GetFree(), call.Deadline.Token);
                if (!reading.IsCompleted && close.Equals(default))
                {
                    close = call.Deadline.Token.Register(response.Dispose);
                }

                read = await reading.ConfigureAwait(false);
                body.Advance(read);
                if (body.Length > limit)
                {
                    return new RawResponse(response.StatusCode, [], retryAfter) { Defect = $"it is longer than the {limit} bytes allowed (CheckoutOptions.MaxResponseBytes)" };
                }
            }
            while (read > 0);
        }
        catch (Exception e) when (e is not OperationCanceledException && !call.Deadline.Token.IsCancellationRequested)
        {
            return new RawResponse(response.StatusCode, body.ToArray(), retryAfter) { Defect = $"the connection ended after {body.Length} bytes of it", Cause = e };
        }
        finally
        {
            close.Dispose();
        }

        call.Deadline.Token.ThrowIfCancellationRequested();
        return new RawResponse(response.StatusCode, body.ToArray(), retryAfter);
    }

    private static TimeSpan? GetRetryAfter(HttpResponseMessage response, TimeProvider clock)
    {
        var header = response.Headers.RetryAfter;
        var wait = header?.Delta ?? (header?.Date is { } date ? date - clock.GetUtcNow() : null);
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }
}
