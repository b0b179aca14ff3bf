
namespace GoogleCheckout.Http;

/// <summary>The handler nearest the network. It lets each command through once, whatever the handlers above it do.</summary>
internal sealed class SingleSendHandler(HttpMessageHandler network, bool isOwnNetwork) : DelegatingHandler(network)
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Content is { } content && TicketOf(content) is { } ticket)
        {
            ticket.Admit(isOwnNetwork);
            if (!ticket.IsAlone)
            {
                // What a handler has read into memory is sent from there, past its content: only a new one sees it go.
                request.Content = new CommandContent(content, ticket, isOnceOnly: true);
            }
        }

        return base.SendAsync(request, cancellationToken);
    }

    private static SendOnceToken? TicketOf(HttpContent content) => (content as CommandContent)?.Ticket ?? SendOnceToken.Current;
}
