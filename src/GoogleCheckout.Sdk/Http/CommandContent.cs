using System.Net;

namespace GoogleCheckout.Http;

/// <summary>The content of a command, which carries the command's ticket.</summary>
internal sealed class CommandContent : HttpContent
{
    private readonly HttpContent _inner;
    private readonly bool _isOnceOnly;
    private int _sendings;

    /// <param name="inner">What is sent.</param>
    /// <param name="ticket">The command's permission.</param>
    /// <param name="isOnceOnly">
    /// Whether nothing else will stop a second sending, so that this content has to: with a client that is not ours, and
    /// below our guard, where a redirect could still send again.
    /// </param>
    public CommandContent(HttpContent inner, SendOnceToken ticket, bool isOnceOnly)
    {
        _inner = inner;
        _isOnceOnly = isOnceOnly;
        Ticket = ticket;
        foreach (var header in inner.Headers)
        {
            Headers.TryAddWithoutValidation(header.Key, header.Value);
        }
    }

    public SendOnceToken Ticket { get; }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        if (!IsMemory(stream))
        {
            if (_isOnceOnly && Interlocked.Increment(ref _sendings) > 1)
            {
                throw Ticket.SecondAttempt("Something in the HttpClient, such as a handler that retries or follows redirects,");
            }

            Ticket.StartContent();
        }

        return _inner.CopyToAsync(stream);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _inner.Headers.ContentLength ?? 0;
        return _inner.Headers.ContentLength is not null;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _inner.Dispose();
        }

        base.Dispose(disposing);
    }

    // Handlers that log or sign read the content into memory; HttpContent has a stream class of its own for that.
    private static bool IsMemory(Stream stream) => stream is MemoryStream || stream.GetType().DeclaringType == typeof(HttpContent);
}
