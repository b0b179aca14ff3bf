using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace GoogleCheckout.Sandbox.Merchants;

/// <summary>The certificates that a server presented, and the reason why they are not trusted. Recorded while a connection is opened.</summary>
internal sealed class ServerCertificates
{
    /// <summary>The server's certificate and its issuers; empty if there was no TLS connection.</summary>
    public IReadOnlyList<ServerCertificate> Chain { get; private set; } = [];

    /// <summary>The host names and addresses in the server's certificate.</summary>
    public IReadOnlyList<string> Names { get; private set; } = [];

    /// <summary>The kinds of errors; none if the certificates are trusted.</summary>
    public SslPolicyErrors Errors { get; private set; }

    /// <summary>Records what the framework found. The verdict is the framework's.</summary>
    public bool Validate(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        Errors = errors;
        Chain = [.. chain?.ChainElements.Select(ServerCertificate.From) ?? []];
        Names = certificate is X509Certificate2 server ? [.. ReadNames(server).Select(name => QuotedText.Of(name, QuotedText.LineLength))] : [];
        return errors == SslPolicyErrors.None;
    }

    private static IEnumerable<string> ReadNames(X509Certificate2 certificate) =>
        certificate.Extensions.OfType<X509SubjectAlternativeNameExtension>().SelectMany(names => names.EnumerateDnsNames().Concat(names.EnumerateIPAddresses().Select(address => address.ToString())));
}
