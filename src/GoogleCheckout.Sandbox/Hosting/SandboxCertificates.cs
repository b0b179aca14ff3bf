using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Server.Kestrel.Https;

namespace GoogleCheckout.Sandbox.Hosting;

/// <summary>A temporary certificate authority, and the certificates of the server and of the merchants' clients.</summary>
internal sealed class SandboxCertificates : IDisposable
{
    private const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";
    private const string ClientAuthentication = "1.3.6.1.5.5.7.3.2";

    private readonly X509Certificate2 _issuer = CreateIssuer();
    private readonly List<X509Certificate2> _merchants = [];

    /// <param name="address">A further address of the server; null for none.</param>
    public SandboxCertificates(IPAddress? address = null)
    {
        Authority = X509CertificateLoader.LoadCertificate(_issuer.RawData);
        Server = IssueServer(address);
    }

    /// <summary>The authority's certificate without its key. Clients must trust it.</summary>
    public X509Certificate2 Authority { get; }

    public X509Certificate2 Server { get; }

    /// <summary>Creates the options of a server with <see cref="Server"/>, which accepts the client certificates of this authority only.</summary>
    /// <param name="requireClientCertificate">Whether a client must present a certificate. If false, the server does not request one.</param>
    public HttpsConnectionAdapterOptions CreateTlsOptions(bool requireClientCertificate) => new()
    {
        ServerCertificate = Server,
        ServerCertificateChain = [Authority],
        ClientCertificateMode = requireClientCertificate ? ClientCertificateMode.RequireCertificate : ClientCertificateMode.NoCertificate,
        ClientCertificateValidation = (certificate, _, _) => IsIssuerOf(certificate),
    };

    /// <summary>Issues the certificate of a merchant. It is disposed with this object.</summary>
    public X509Certificate2 IssueMerchant(string merchantId)
    {
        var certificate = IssueClient($"Merchant {merchantId}");
        _merchants.Add(certificate);
        return certificate;
    }

    /// <summary>Issues a certificate for a merchant's client.</summary>
    /// <param name="commonName">The subject's common name.</param>
    /// <param name="forServersOnly">Whether the only usage is server authentication, as in certificates that merchants bought.</param>
    public X509Certificate2 IssueClient(string commonName, bool forServersOnly = false) =>
        Issue(commonName, forServersOnly ? ServerAuthentication : ClientAuthentication);

    /// <summary>Whether this authority issued the certificate, for any usage.</summary>
    public bool IsIssuerOf(X509Certificate2 certificate)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(Authority);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        return chain.Build(certificate);
    }

    public void Dispose()
    {
        _issuer.Dispose();
        Authority.Dispose();
        Server.Dispose();
        _merchants.ForEach(certificate => certificate.Dispose());
    }

    // Certificates are valid by the machine's clock, which TLS uses, not by the sandbox's clock.
    private static X509Certificate2 CreateIssuer()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var name = $"CN=GoogleCheckout.Sandbox authority {Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4))}";
        var request = new CertificateRequest(name, key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: true, pathLengthConstraint: 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        var now = TimeProvider.System.GetUtcNow();
        return request.CreateSelfSigned(now.AddDays(-1), now.AddYears(1));
    }

    private X509Certificate2 IssueServer(IPAddress? address)
    {
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddDnsName("sandbox.google.com");
        foreach (var named in new[] { IPAddress.Loopback, IPAddress.IPv6Loopback, address ?? IPAddress.Loopback }.Distinct())
        {
            names.AddIpAddress(named);
        }

        return Issue("localhost", ServerAuthentication, names.Build());
    }

    private X509Certificate2 Issue(string commonName, string usage, params ReadOnlySpan<X509Extension> extensions)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var name = new X500DistinguishedNameBuilder();
        name.AddCommonName(commonName);
        var request = new CertificateRequest(name.Build(), key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: false, hasPathLengthConstraint: false, pathLengthConstraint: 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(usage)], critical: false));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(_issuer, includeKeyIdentifier: true, includeIssuerAndSerial: false));
        foreach (var extension in extensions)
        {
            request.CertificateExtensions.Add(extension);
        }

        using var certificate = request.Create(_issuer, _issuer.NotBefore, _issuer.NotAfter, RandomNumberGenerator.GetBytes(16));
        return MakeUsableForTls(certificate.CopyWithPrivateKey(key));
    }

    // On Windows, a server certificate's key must have been imported into a key container.
    private static X509Certificate2 MakeUsableForTls(X509Certificate2 certificate)
    {
        if (!OperatingSystem.IsWindows())
        {
            return certificate;
        }

        using (certificate)
        {
            return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), password: null, X509KeyStorageFlags.Exportable);
        }
    }
}
