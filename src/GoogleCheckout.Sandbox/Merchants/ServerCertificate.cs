using System.Globalization;
using System.Security.Cryptography.X509Certificates;

namespace GoogleCheckout.Sandbox.Merchants;

/// <summary>A certificate of the merchant's server, or of one of its issuers.</summary>
/// <param name="Subject">The subject.</param>
/// <param name="Issuer">The issuer.</param>
/// <param name="ValidFrom">The time from which it is valid.</param>
/// <param name="ValidUntil">The time until which it is valid.</param>
/// <param name="Problems">The reasons why it is not trusted, each as a sentence without a period; empty if there are none.</param>
internal sealed record ServerCertificate(string Subject, string Issuer, DateTimeOffset ValidFrom, DateTimeOffset ValidUntil, IReadOnlyList<string> Problems)
{
    /// <summary>Creates the description of a certificate in a chain.</summary>
    public static ServerCertificate From(X509ChainElement element)
    {
        var certificate = element.Certificate;
        return new ServerCertificate(
            Quote(certificate.Subject),
            Quote(certificate.Issuer),
            certificate.NotBefore.ToUniversalTime(),
            certificate.NotAfter.ToUniversalTime(),
            [.. element.ChainElementStatus.Where(status => status.Status != X509ChainStatusFlags.NoError).Select(status => Describe(status, certificate)).Distinct()]);
    }

    private static string Describe(X509ChainStatus status, X509Certificate2 certificate) => status.Status switch
    {
        X509ChainStatusFlags.NotTimeValid when certificate.NotBefore.ToUniversalTime() > TimeProvider.System.GetUtcNow() => $"It is valid only from {Format(certificate.NotBefore)}",
        X509ChainStatusFlags.NotTimeValid => $"It expired on {Format(certificate.NotAfter)}",
        X509ChainStatusFlags.UntrustedRoot => "It is its own issuer, and not one of the trusted root certificates",
        X509ChainStatusFlags.PartialChain => "The certificate of its issuer is missing: the server must send the intermediate certificates too, and the root must be trusted",
        X509ChainStatusFlags.NotSignatureValid => "Its signature is not that of its issuer",
        X509ChainStatusFlags.Revoked => "It was revoked",
        X509ChainStatusFlags.NotValidForUsage => "It may not be used for a server",
        _ => Quote(status.StatusInformation.Trim().TrimEnd('.')),
    };

    private static string Format(DateTime time) => time.ToUniversalTime().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Quote(string text) => QuotedText.Of(text, QuotedText.LineLength);
}
