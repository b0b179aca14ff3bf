
namespace GoogleCheckout.Http;

/// <summary>The handler nearest the network. It lets each command through once, whatever the handlers above it do.</summary>
internal sealed class OnceOnlyHandler(HttpMessageHandler network, bool isOwnNetwork) : DelegatingHandler(network)
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Content is CommandContent own)
        {
            own.Ticket.Admit(isOwnNetwork);
            own.MakeOnceOnly();
        }
        else if (request.Content is { } copied && CommandTicket.Current is { } ticket)
        {
            ticket.Admit(isOwnNetwork);
            request.Content = new CommandContent(copied, ticket, isOnceOnly: true);
        }

        return base.SendAsync(request, cancellationToken);
    }
}
