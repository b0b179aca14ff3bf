using GoogleCheckout.Configuration;

namespace GoogleCheckout.Http;

/// <summary>The handler closest to the network. It sends each command once, even if the handlers above it send it again, and adds the hidden credentials.</summary>
/// <param name="network">The primary handler.</param>
/// <param name="isOwnNetwork">Whether the primary handler is the one of this package.</param>
/// <param name="certificate">The client certificate of that primary handler; null for another one.</param>
internal sealed class SingleSendHandler(HttpMessageHandler network, bool isOwnNetwork, ClientCertificateSource? certificate = null) : DelegatingHandler(network)
{
    private const string MissingCertificate = "GoogleCheckout.MissingCertificate";

    /// <summary>Returns whether the service requested a client certificate, and none is set.</summary>
    public static bool LacksCertificate(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (cause.Data.Contains(MissingCertificate))
            {
                return true;
            }
        }

        return false;
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            Admit(request);

            // If nothing is left to do afterwards, the network's task is returned.
            return HiddenCredentials.AreIn(request.Headers) || certificate is { MayBeMissing: true }
                ? SendAndFinishAsync(request, cancellationToken)
                : base.SendAsync(request, cancellationToken);
        }
        catch (Exception e)
        {
            return Task.FromException<HttpResponseMessage>(e);
        }
    }

    private async Task<HttpResponseMessage> SendAndFinishAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            using var revealed = HiddenCredentials.Reveal(request.Headers);
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (certificate is { IsMissing: true })
        {
            // The exception of the network does not say it.
            e.Data[MissingCertificate] = true;
            throw;
        }
    }

    private void Admit(HttpRequestMessage request)
    {
        if (request.Content is { } content && GetToken(content) is { } token)
        {
            token.Admit(isOwnNetwork);
            if (!token.IsDirect)
            {
                // A content that a handler has buffered is sent from the buffer, past its own code. Only a new content notices the send.
                request.Content = new AdmittedContent(content, token);
            }
        }
    }

    private static SendOnceToken? GetToken(HttpContent content) => content switch
    {
        CommandContent command => command.Token,
        AdmittedContent admitted => admitted.Token,
        _ => SendOnceToken.Current,
    };
}
