using System.Net;
using System.Net.Security;
using GoogleCheckout.Sandbox.Merchants;

namespace GoogleCheckout.Sandbox.Callbacks;

/// <summary>The reason why a callback URL does not accept notifications.</summary>
/// <param name="Text">The problem, in a sentence.</param>
/// <param name="Advice">The next step of the merchant.</param>
internal sealed record CallbackProblem(string Text, string Advice)
{
    /// <summary>Returns the problem of a response; null if there is a body with status 200.</summary>
    public static CallbackProblem? Find(Uri url, MerchantResponse response, ServerCertificates certificates, string merchantId) =>
        response.Failure is { } failure ? FromFailure(url, failure, response.ConnectionError!, certificates)
        : response.StatusCode == HttpStatusCode.OK ? null
        : FromStatus(url, response, merchantId);

    private static CallbackProblem FromFailure(Uri url, ConnectionFailure failure, string error, ServerCertificates certificates) => failure switch
    {
        ConnectionFailure.NameNotResolved => new($"The name {url.Host} was not found.", "Check the host name. This machine resolves it, with its hosts file and its name server."),
        ConnectionFailure.NotConnected => new($"Nothing listens at {url.Host}, port {url.Port}: the connection was refused or not possible.", "Start the shop, and check the port in the URL and the firewall."),
        ConnectionFailure.Timeout => new(error, "The shop must acknowledge a notification at once, and do longer work afterward."),
        ConnectionFailure.NoTls => FromTls(url, error, certificates),
        _ => new(error, url.Scheme == Uri.UriSchemeHttp
            ? "If the port is one for HTTPS, the URL must begin with https. Otherwise see the log of the shop."
            : "See the log of the shop and of the server in front of it."),
    };

    private static CallbackProblem FromTls(Uri url, string error, ServerCertificates certificates) => certificates switch
    {
        { Chain.Count: 0, Errors: SslPolicyErrors.None } => new($"There is no TLS connection. {error}", "If the port is one for plain HTTP, the URL must begin with http. A server that requires a client certificate cannot be called."),
        { Errors: SslPolicyErrors.RemoteCertificateNameMismatch } => new(
            $"The certificate is for another host: {(certificates.Names.Count == 0 ? "it names none" : $"it names {string.Join(", ", certificates.Names)}")}, and the URL has {url.Host}.",
            "Use a name in the certificate, or a certificate for this name."),
        { Errors: var errors } => new(
            errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch) ? $"The certificate is not trusted, and it is not for {url.Host}." : "The certificate is not trusted.",
            "See below what is wrong with each certificate. To trust the root of a test certificate, start the sandbox with the option CallbackTrustedCertificate, or --callback-trust FILE."),
    };

    private static CallbackProblem FromStatus(Uri url, MerchantResponse response, string merchantId) => response.StatusCode switch
    {
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => new(
            $"The shop refused the request with status {(int)response.StatusCode}.", $"The shop must accept merchant {merchantId} with the merchant key, as HTTP Basic credentials."),
        HttpStatusCode.NotFound => new($"There is nothing at the path {QuotedText.OfIdentifier(url.AbsolutePath)}: the server responded with status 404.", "Check the path of the URL."),
        HttpStatusCode.MethodNotAllowed => new("The server does not accept POST at this path: it responded with status 405.", "Check the path of the URL."),
        >= HttpStatusCode.MultipleChoices and < HttpStatusCode.BadRequest => new(
            $"The server redirects to {(response.Location is { } location ? QuotedText.Of(location.OriginalString, QuotedText.LineLength) : "another address")}, with status {(int)response.StatusCode}.",
            "The service follows no redirects, because they would get the credentials. Use the address to which the server redirects."),
        HttpStatusCode.BadRequest => new("The shop did not understand the notification: it responded with status 400.", "Check that the callback contents are those that the shop reads, and see the log of the shop."),
        var status => new($"The shop responded with status {(int)status!}.", "See the log of the shop. Only status 200 acknowledges a notification."),
    };
}
