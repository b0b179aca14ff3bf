using GoogleCheckout.Http;

namespace GoogleCheckout.Callbacks;

/// <summary>The body of a callback, read within limits of length and time.</summary>
internal static class CallbackBody
{
    private const int FirstBuffer = 8 * 1024;

    /// <returns>The body, or the answer to one that is too long or too slow.</returns>
    public static async Task<(ArraySegment<byte> Body, CallbackResponse? Refusal)> ReadAsync(
        CallbackRequest request, int maxBytes, TimeProvider clock, TimeSpan allowed, CancellationToken cancellationToken)
    {
        if (request.ContentLength > maxBytes)
        {
            return (default, CallbackAnswers.TooLarge);
        }

        using var deadline = new Deadline(clock, allowed, cancellationToken);
        try
        {
            // One byte more than announced shows the end without growing.
            var expected = request.ContentLength is >= 0 and var announced ? (int)announced : FirstBuffer;
            return await ReadAsync(request.Body, expected + 1, maxBytes, deadline.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (deadline.HasPassed && !cancellationToken.IsCancellationRequested)
        {
            return (default, CallbackAnswers.TooSlow);
        }
    }

    private static async Task<(ArraySegment<byte> Body, CallbackResponse? Refusal)> ReadAsync(Stream body, int expected, int maxBytes, CancellationToken cancellationToken)
    {
        var buffer = new byte[expected];
        var length = 0;
        while (true)
        {
            var read = await body.ReadAsync(buffer.AsMemory(length), cancellationToken).ConfigureAwait(false);
            length += read;
            if (length > maxBytes)
            {
                return (default, CallbackAnswers.TooLarge);
            }

            if (read == 0)
            {
                return (new ArraySegment<byte>(buffer, 0, length), null);
            }

            if (length == buffer.Length)
            {
                Array.Resize(ref buffer, 2 * length);
            }
        }
    }
}
