
namespace GoogleCheckout.Http;

/// <summary>The handler closest to the network. It sends each command once, even if the handlers above it send it again.</summary>
internal sealed class SingleSendHandler(HttpMessageHandler network, bool isOwnNetwork) : DelegatingHandler(network)
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Content is { } content && GetToken(content) is { } token)
        {
            token.Admit(isOwnNetwork);
            if (!token.IsDirect)
            {
                // A content that a handler has buffered is sent from the buffer, past its own code. Only a new content notices the send.
                request.Content = new CommandContent(content, token, sendsOnce: true);
            }
        }

        return base.SendAsync(request, cancellationToken);
    }

    private static SendOnceToken? GetToken(HttpContent content) => (content as CommandContent)?.Token ?? SendOnceToken.Current;
}
