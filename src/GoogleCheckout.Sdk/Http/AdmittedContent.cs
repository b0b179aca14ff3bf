using System.Net;

namespace GoogleCheckout.Http;

/// <summary>
/// The content of a command that <see cref="SingleSendHandler"/> sends in place of the one that it got: below our handler, a redirect could
/// still send the content again.
/// </summary>
internal sealed class AdmittedContent : HttpContent
{
    private readonly HttpContent _inner;
    private readonly ContentSend _send;

    /// <param name="inner">The content to send.</param>
    /// <param name="token">The command's token.</param>
    public AdmittedContent(HttpContent inner, SendOnceToken token)
    {
        _inner = inner;
        _send = new ContentSend(token, isOnce: true);
        foreach (var header in inner.Headers)
        {
            Headers.TryAddWithoutValidation(header.Key, header.Value);
        }
    }

    public SendOnceToken Token => _send.Token;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        _send.Start(stream);
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
}
