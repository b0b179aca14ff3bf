using GoogleCheckout.Http;
using GoogleCheckout.Xml;

namespace GoogleCheckout.Callbacks;

/// <summary>Reads the body of a callback within limits of length and time.</summary>
internal static class CallbackBody
{
    /// <returns>The body, in a new array, or the response to a body that cannot be read, with the reason.</returns>
    /// <exception cref="IOException">The host cannot read the body.</exception>
    public static async ValueTask<(byte[] Body, CallbackResponse? Rejection, string Reason)> ReadAsync(
        CallbackRequest request, int maxBytes, TimeProvider clock, TimeSpan timeout, CancellationToken cancellationToken)
    {
        if (request.ContentLength > maxBytes)
        {
            return Reject(CallbackResponses.TooLarge, $"its body is longer than {maxBytes} bytes");
        }

        using var deadline = new Deadline(clock, timeout, cancellationToken, isRunning: false);
        try
        {
            // To its end: the announced length is that of a compressed body, or of a body that another part of the program has read.
            var reading = StreamBytes.ReadToEndAsync(request.Body, maxBytes, deadline.Token, request.ContentLength);
            if (!reading.IsCompleted)
            {
                // Most bodies arrive with the headers, so that nothing waits.
                deadline.Run();
            }

            return await reading.ConfigureAwait(false) switch
            {
                null => Reject(CallbackResponses.TooLarge, $"its body is longer than {maxBytes} bytes"),
                { Length: 0 } when request.ContentLength > 0 => Reject(
                    CallbackResponses.NotReadable,
                    $"nothing was left of the announced {request.ContentLength} bytes: something before the endpoint read the body. Map the endpoint before it, or let it buffer the body"),
                var body => (body, null, string.Empty),
            };
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // A stream of the host may have its own timeout.
            return deadline.HasPassed ? Reject(CallbackResponses.TooSlow, $"its body took longer than {timeout}") : Reject(CallbackResponses.NotNow, "reading its body was canceled");
        }
        catch (Exception e) when (e is not (IOException or OperationCanceledException))
        {
            // For example of decompression (gzip and deflate: InvalidDataException, Brotli: InvalidOperationException) or of HttpListener.
            return Reject(CallbackResponses.NotReadable, $"its body cannot be read: {e.Message}");
        }
    }

    private static (byte[] Body, CallbackResponse Rejection, string Reason) Reject(CallbackResponse response, string reason) => ([], response, reason);
}
