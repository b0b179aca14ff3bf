using System.Net;

namespace GoogleCheckout.Http;

/// <summary>The content of a command, with its <see cref="SendOnceToken"/>.</summary>
internal sealed class CommandContent : HttpContent
{
    private readonly HttpContent _inner;
    private readonly bool _sendsOnce;
    private int _sendCount;

    /// <param name="inner">The content to send.</param>
    /// <param name="token">The command's token.</param>
    /// <param name="sendsOnce">
    /// Whether this content must prevent a second send itself: with a caller's HttpClient, and below our handler, where a
    /// redirect could still send the content again.
    /// </param>
    public CommandContent(HttpContent inner, SendOnceToken token, bool sendsOnce)
    {
        _inner = inner;
        _sendsOnce = sendsOnce;
        Token = token;
        foreach (var header in inner.Headers)
        {
            Headers.TryAddWithoutValidation(header.Key, header.Value);
        }
    }

    public SendOnceToken Token { get; }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        if (!IsMemory(stream))
        {
            if (_sendsOnce && Interlocked.Increment(ref _sendCount) > 1)
            {
                throw Token.SecondAttempt("A handler of the HttpClient, for example one that retries or follows redirects,");
            }

            Token.StartContent();
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

    // Handlers that log or sign read the content into memory. HttpContent has its own nested stream class for that.
    private static bool IsMemory(Stream stream) => stream is MemoryStream || stream.GetType().DeclaringType == typeof(HttpContent);
}
