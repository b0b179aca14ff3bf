#if NET
using System.Globalization;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using GoogleCheckout.Configuration;
using Microsoft.Extensions.Logging;

namespace GoogleCheckout.Http;

/// <summary>Checks the service's certificate against the roots of the system or of the options, and says why one is refused.</summary>
internal sealed class ServerTrust(Func<CheckoutOptions> getOptions, ILogger logger)
{
    private const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";

    private readonly FileContent<X509Certificate2Collection> _roots = new((file, _, _) => CertificateFile.LoadRoots(file), logger);

    /// <summary>Checks the certificate. A refusal is an exception, which ends the handshake, so that its message reaches the caller.</summary>
    /// <returns>True.</returns>
    /// <exception cref="RefusedCertificateException">The certificate is refused.</exception>
    public bool Accepts(string host, X509Certificate2? served, X509Chain? presented, SslPolicyErrors errors)
    {
        if (served is null)
        {
            throw new RefusedCertificateException("the service presented no certificate. Check that the address is that of the service");
        }

        if (GetRoots() is not { } roots)
        {
            return errors == SslPolicyErrors.None ? true : throw Refuse(host, served, presented, errors, []);
        }

        // The name must match in any case.
        using var chain = CreateChain(roots, presented);
        errors &= ~SslPolicyErrors.RemoteCertificateChainErrors;
        errors |= chain.Build(served) ? SslPolicyErrors.None : SslPolicyErrors.RemoteCertificateChainErrors;
        return errors == SslPolicyErrors.None ? true : throw Refuse(host, served, chain, errors, roots);
    }

    private X509Certificate2Collection? GetRoots()
    {
        var current = getOptions();
        return current.TrustedCertificate is { } certificate ? [certificate]
            : current.TrustedCertificatePath is { } path ? _roots.Read(current.GetFullPath(path))
            : null;
    }

    private static X509Chain CreateChain(X509Certificate2Collection roots, X509Chain? presented)
    {
        var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(roots);
        chain.ChainPolicy.ApplicationPolicy.Add(new Oid(ServerAuthentication));
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        if (presented is not null)
        {
            chain.ChainPolicy.ExtraStore.AddRange(presented.ChainPolicy.ExtraStore);
        }

        return chain;
    }

    private RefusedCertificateException Refuse(string host, X509Certificate2 served, X509Chain? chain, SslPolicyErrors errors, X509Certificate2Collection roots)
    {
        List<string> reasons = [];
        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch))
        {
            reasons.Add($"it is for {GetNames(served)}, but the address says {host}. Use the name of the certificate in {NameOf(nameof(CheckoutOptions.Environment))}");
        }

        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateChainErrors) && chain is not null)
        {
            reasons.AddRange(GetChainReasons(chain, roots).Distinct());
        }

        return new RefusedCertificateException($"the service's certificate {GetSubject(served)} is refused: {string.Join(". And ", reasons)}");
    }

    private IEnumerable<string> GetChainReasons(X509Chain chain, X509Certificate2Collection roots)
    {
        foreach (var element in chain.ChainElements)
        {
            var certificate = element.Certificate;
            foreach (var status in element.ChainElementStatus)
            {
                yield return status.Status switch
                {
                    X509ChainStatusFlags.UntrustedRoot => DescribeRoot(GetSubject(certificate), roots),
                    X509ChainStatusFlags.PartialChain => DescribeRoot(QuotedText.OfIdentifier(certificate.Issuer), roots),
                    X509ChainStatusFlags.NotTimeValid => $"{GetSubject(certificate)} is valid from {Format(certificate.NotBefore)} to {Format(certificate.NotAfter)} only. The service must renew it, if the clock of this machine is right",
                    X509ChainStatusFlags.NotValidForUsage => $"{GetSubject(certificate)} is not for servers. The service needs another certificate",
                    _ => $"{GetSubject(certificate)}: {status.StatusInformation.TrimEnd('.')}",
                };
            }
        }
    }

    private string DescribeRoot(string root, X509Certificate2Collection roots)
    {
        var option = NameOf(nameof(CheckoutOptions.TrustedCertificatePath));
        return roots.Count == 0 ? $"its root {root} is not trusted. If it is the right one, set {option} to its file"
            : roots.Any(trusted => GetSubject(trusted) == root) ? $"the trusted root {root} has the name of its root, but another key. Replace it with the new one"
            : $"its root {root} is not trusted, only {string.Join(", ", roots.Select(GetSubject))}. If it is the right one, set {option} to its file";
    }

    private string NameOf(string option)
    {
        var options = getOptions();
        var names = new OptionsNames(options, null);
        return option == nameof(options.Environment) ? names.Of(option) : names.OfMissing(option);
    }

    private static string GetNames(X509Certificate2 certificate)
    {
        var alternatives = certificate.Extensions.OfType<X509SubjectAlternativeNameExtension>().ToList();
        List<string> names = [.. alternatives.SelectMany(names => names.EnumerateDnsNames()), .. alternatives.SelectMany(names => names.EnumerateIPAddresses()).Select(address => address.ToString())];
        return QuotedText.OfIdentifier(names.Count > 0 ? string.Join(", ", names) : certificate.GetNameInfo(X509NameType.DnsName, forIssuer: false));
    }

    private static string GetSubject(X509Certificate2 certificate) => QuotedText.OfIdentifier(certificate.Subject);

    private static string Format(DateTime time) => time.ToUniversalTime().ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
#endif
