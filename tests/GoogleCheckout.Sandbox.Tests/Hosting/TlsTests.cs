using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using GoogleCheckout.Sandbox.Api;
using NUnit.Framework;

namespace GoogleCheckout.Sandbox.Hosting;

public class TlsTests
{
    [Test]
    public async Task Request_WithoutClientCertificate_IsRejected()
    {
        await using var sandbox = await CheckoutSandbox.StartAsync();
        using var client = new RawClient(sandbox, certificate: null);

        Assert.ThrowsAsync<HttpRequestException>(() => client.PostAsync("request", new Hello()));
        Assert.That(sandbox.Requests, Is.Empty);
    }

    [Test]
    public async Task Request_CertificateOfOtherAuthority_IsRejected()
    {
        await using var sandbox = await CheckoutSandbox.StartAsync();
        await using var other = await CheckoutSandbox.StartAsync();
        using var client = new RawClient(sandbox, other.ClientCertificate);

        Assert.ThrowsAsync<HttpRequestException>(() => client.PostAsync("request", new Hello()));
        Assert.That(sandbox.Requests, Is.Empty);
    }

    [Test]
    public async Task Request_CertificateForServersOnly_IsAccepted()
    {
        await using var sandbox = await CheckoutSandbox.StartAsync();
        using var certificate = sandbox.IssueClientCertificate("shop.example.com", forServersOnly: true);
        using var client = new RawClient(sandbox, certificate);

        var (status, _) = await client.PostAsync("request", new Hello());

        Assert.That(status, Is.EqualTo(HttpStatusCode.OK));
    }

    [TestCase("Tea, Inc.")]
    [TestCase("tea, O=Other")]
    [TestCase("a+b=c \"d\" <e>; #f\\")]
    [TestCase(" Th\u00E9 ")]
    public async Task IssueClientCertificate_AnyName_IsTheOnlyPartOfTheSubject(string name)
    {
        await using var sandbox = await CheckoutSandbox.StartAsync();
        using var certificate = sandbox.IssueClientCertificate(name);

        var part = certificate.SubjectName.EnumerateRelativeDistinguishedNames().Single();

        Assert.That((part.HasMultipleElements, part.GetSingleElementType().Value, part.GetSingleElementValue()), Is.EqualTo((false, "2.5.4.3", name)));
        Assert.That(() => sandbox.IssueClientCertificate(string.Empty), Throws.ArgumentException);
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Request_CertificateNotRequired_IsAccepted(bool withCertificate)
    {
        await using var sandbox = await CheckoutSandbox.StartAsync(new CheckoutSandboxOptions { RequireClientCertificate = false });
        using var client = new RawClient(sandbox, withCertificate ? sandbox.ClientCertificate : null);

        var (status, _) = await client.PostAsync("request", new Hello());

        Assert.That(status, Is.EqualTo(HttpStatusCode.OK));
    }

    [TestCase("localhost")]
    [TestCase("sandbox.google.com")]
    [TestCase("127.0.0.1")]
    public async Task ServerCertificate_HostNameOfOldClients_IsValid(string name)
    {
        await using var sandbox = await CheckoutSandbox.StartAsync();
        using var tcp = new TcpClient();
        await tcp.ConnectAsync(IPAddress.Loopback, sandbox.BaseAddress.Port);
        using var tls = new System.Net.Security.SslStream(tcp.GetStream());

        await tls.AuthenticateAsClientAsync(new System.Net.Security.SslClientAuthenticationOptions
        {
            TargetHost = name,
            LocalCertificateSelectionCallback = (_, _, _, _, _) => sandbox.ClientCertificate,
            CertificateChainPolicy = new X509ChainPolicy
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust,
                CustomTrustStore = { sandbox.CertificateAuthority },
                RevocationMode = X509RevocationMode.NoCheck,
            },
        });

        Assert.That(tls.IsAuthenticated);
    }

    [Test]
    public async Task Certificates_HaveEcKeysAndOnlyClientHasPrivateKey()
    {
        await using var sandbox = await CheckoutSandbox.StartAsync();

        Assert.That(sandbox.CertificateAuthority.HasPrivateKey, Is.False);
        Assert.That(sandbox.ClientCertificate.HasPrivateKey);
        Assert.That(sandbox.CertificateAuthority.GetECDsaPublicKey()!.KeySize, Is.EqualTo(256));
    }

    [Test]
    public void StartAsync_EndpointNotLoopback_Throws()
    {
        var options = new CheckoutSandboxOptions { Endpoint = new IPEndPoint(IPAddress.Any, 0) };

        var exception = Assert.ThrowsAsync<ArgumentException>(() => CheckoutSandbox.StartAsync(options));
        Assert.That(exception!.Message, Does.StartWith("Endpoint "));
    }
}
