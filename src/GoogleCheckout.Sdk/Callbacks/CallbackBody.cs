using GoogleCheckout.Http;
using GoogleCheckout.Xml;

namespace GoogleCheckout.Callbacks;

/// <summary>Reads the body of a callback within limits of length and time.</summary>
internal static class CallbackBody
{
    /// <returns>The body, in a new array, or the response to a body that is too long or too slow.</returns>
    public static async Task<(byte[] Body, CallbackResponse? Rejection)> ReadAsync(
        CallbackRequest request, int maxBytes, TimeProvider clock, TimeSpan timeout, CancellationToken cancellationToken)
    {
        if (request.ContentLength > maxBytes)
        {
            return ([], CallbackResponses.TooLarge);
        }

        using var deadline = new Deadline(clock, timeout, cancellationToken);
        try
        {
            return request.ContentLength is >= 0 and var announced
                ? (await ReadAnnouncedAsync(request.Body, (int)announced, deadline.Token).ConfigureAwait(false), null)
                : await ReadToTheEndAsync(request.Body, maxBytes, deadline.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (deadline.HasPassed && !cancellationToken.IsCancellationRequested)
        {
            return ([], CallbackResponses.TooSlow);
        }
    }

    private static async Task<byte[]> ReadAnnouncedAsync(Stream body, int announced, CancellationToken cancellationToken)
    {
        var buffer = new byte[announced];
        var length = 0;
        while (length < announced)
        {
            var read = await body.ReadAsync(buffer.AsMemory(length), cancellationToken).ConfigureAwait(false);
            if (read == 0)
            {
                Array.Resize(ref buffer, length);
                break;
            }

            length += read;
        }

        return buffer;
    }

    private static async Task<(byte[] Body, CallbackResponse? Rejection)> ReadToTheEndAsync(Stream body, int maxBytes, CancellationToken cancellationToken) =>
        await StreamBytes.ReadToEndAsync(body, maxBytes, cancellationToken).ConfigureAwait(false) is { } read ? (read, null) : ([], CallbackResponses.TooLarge);
}
