using System.Buffers;
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
    public static async Task<RawResponse> ReadAsync(HttpResponseMessage response, Call call, byte[] beginning)
    {
        var result = new RawResponse(response.StatusCode, [], GetRetryAfter(response, call.Options.TimeProvider));
        var limit = call.Options.MaxResponseBytes;
        var body = new MemoryStream();
        body.Write(beginning, 0, beginning.Length);
        var buffer = ArrayPool<byte>.Shared.Rent(16 * 1024);
        try
        {
            // If a stream of the runtime ignores the token, disposing the response ends its wait.
            using var close = call.Deadline.Token.Register(response.Dispose);
            using var stream = await response.Content.ReadAsStreamAsync().ConfigureAwait(false);
            int read;
            while ((read = await stream.ReadAsync(buffer.AsMemory(), call.Deadline.Token).ConfigureAwait(false)) > 0)
            {
                body.Write(buffer, 0, read);
                if (body.Length > limit)
                {
                    return result with { Defect = $"it is longer than the {limit} bytes allowed (CheckoutOptions.MaxResponseBytes)" };
                }
            }
        }
        catch (Exception e) when (e is not OperationCanceledException && !call.Deadline.Token.IsCancellationRequested)
        {
            return result with { Body = body.ToArray(), Defect = $"the connection ended after {body.Length} bytes of it", Cause = e };
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        call.Deadline.Token.ThrowIfCancellationRequested();
        return result with { Body = body.ToArray() };
    }

    private static TimeSpan? GetRetryAfter(HttpResponseMessage response, TimeProvider clock)
    {
        var header = response.Headers.RetryAfter;
        var wait = header?.Delta ?? (header?.Date is { } date ? date - clock.GetUtcNow() : null);
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }
}
