using System.Buffers;
using System.Net;

namespace GoogleCheckout.Http;

/// <summary>A status and as much of a body as came.</summary>
internal sealed record RawResponse(HttpStatusCode Status, byte[] Body, TimeSpan? RetryAfter)
{
    /// <summary>Why the body is not whole; null if it is.</summary>
    public string? Defect { get; init; }

    public Exception? Cause { get; init; }

    public bool IsSuccess => IsSuccessful(Status);

    public static bool IsSuccessful(HttpStatusCode status) => (int)status is >= 200 and <= 299;

    /// <summary>Reads the body, no further than the limit.</summary>
    /// <param name="response">What came.</param>
    /// <param name="call">What it answers.</param>
    /// <param name="beginning">What has been read of the body already.</param>
    public static async Task<RawResponse> ReadAsync(HttpResponseMessage response, Call call, byte[] beginning)
    {
        var answer = new RawResponse(response.StatusCode, [], RetryAfterOf(response, call.Options.TimeProvider));
        var limit = call.Options.MaxResponseBytes;
        var body = new MemoryStream();
        body.Write(beginning, 0, beginning.Length);
        var buffer = ArrayPool<byte>.Shared.Rent(16 * 1024);
        try
        {
            // Where the runtime's streams do not listen to the token, closing the response ends their wait.
            using var close = call.Deadline.Token.Register(response.Dispose);
            using var stream = await response.Content.ReadAsStreamAsync().ConfigureAwait(false);
            int read;
            while ((read = await stream.ReadAsync(buffer.AsMemory(), call.Deadline.Token).ConfigureAwait(false)) > 0)
            {
                body.Write(buffer, 0, read);
                if (body.Length > limit)
                {
                    return answer with { Defect = $"it is longer than the {limit} bytes allowed (CheckoutOptions.MaxResponseBytes)" };
                }
            }
        }
        catch (Exception e) when (e is not OperationCanceledException && !call.Deadline.Token.IsCancellationRequested)
        {
            return answer with { Body = body.ToArray(), Defect = $"the connection ended after {body.Length} bytes of it", Cause = e };
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        call.Deadline.Token.ThrowIfCancellationRequested();
        return answer with { Body = body.ToArray() };
    }

    private static TimeSpan? RetryAfterOf(HttpResponseMessage response, TimeProvider clock)
    {
        var header = response.Headers.RetryAfter;
        var wait = header?.Delta ?? (header?.Date is { } date ? date - clock.GetUtcNow() : null);
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }
}
