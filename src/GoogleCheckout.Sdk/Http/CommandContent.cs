using System.Net;

namespace GoogleCheckout.Http;

/// <summary>The document of a command, with its <see cref="SendOnceToken"/>.</summary>
/// <param name="document">The document.</param>
/// <param name="token">The command's token.</param>
/// <param name="sendsOnce">Whether this content must prevent a second send itself, with a caller's <see cref="HttpClient"/>.</param>
internal sealed class CommandContent(byte[] document, SendOnceToken token, bool sendsOnce) : ByteArrayContent(document)
{
    private readonly ContentSend _send = new(token, sendsOnce);

    public SendOnceToken Token => _send.Token;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        _send.Start(stream);
        return base.SerializeToStreamAsync(stream, context);
    }
}
