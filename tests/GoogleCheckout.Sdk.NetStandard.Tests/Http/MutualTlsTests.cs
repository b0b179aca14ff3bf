using System.Security.Cryptography.X509Certificates;
using GoogleCheckout.Client;
using GoogleCheckout.Http.Tls;
using NUnit.Framework;

namespace GoogleCheckout.Http;

/// <summary>The handler that only the .NET Standard assembly has, over real TLS.</summary>
public sealed class MutualTlsTests : IDisposable
{
    private const string Password = "the-password-of-the-file";

    private readonly TestCertificateAuthority _authority = new();

    public void Dispose() => _authority.Dispose();

    [Test]
    public async Task HelloAsync_WithACertificate_PresentsIt()
    {
        using var serverCertificate = _authority.Server();
        await using var server = new WireServer(serverCertificate) { ClientRoot = _authority.Root };
        using var certificate = _authority.Client("merchant");
        var options = Options(server);
        options.ClientCertificate = certificate;
        using var client = Client(options);

        await client.HelloAsync();

        Assert.That(server.Clients, Is.EqualTo(new[] { "CN=merchant" }));
    }

    [Test]
    public async Task HelloAsync_WhenThePathOfAPfxIsGiven_PresentsTheCertificateInIt()
    {
        using var serverCertificate = _authority.Server();
        await using var server = new WireServer(serverCertificate) { ClientRoot = _authority.Root };
        using var certificate = _authority.Client("merchant");
        var options = Options(server);
        options.ClientCertificatePath = Path.GetTempFileName();
        options.ClientCertificatePassword = Password;
        try
        {
            await File.WriteAllBytesAsync(options.ClientCertificatePath, certificate.Export(X509ContentType.Pkcs12, Password));
            using var client = Client(options);

            await client.HelloAsync();
        }
        finally
        {
            File.Delete(options.ClientCertificatePath);
        }

        Assert.That(server.Clients, Is.EqualTo(new[] { "CN=merchant" }));
    }

    [Test]
    public async Task HelloAsync_WhenTheSystemDoesNotTrustTheServer_SendsNothing()
    {
        using var serverCertificate = _authority.Server();
        await using var server = new WireServer(serverCertificate);
        using var client = new CheckoutClient(Options(server));

        var thrown = Assert.CatchAsync<CheckoutException>(() => client.HelloAsync())!;

        Assert.Multiple(() =>
        {
            Assert.That(thrown.Message, Does.Contain("was not sent"));
            Assert.That(server.Requests, Is.Empty);
        });
    }

    [Test]
    public async Task ChargeOrderAsync_WhenRedirected_DoesNotFollow([Values(302, 307)] int status)
    {
        using var serverCertificate = _authority.Server();
        await using var server = new WireServer(serverCertificate)
        {
            Serve = async connection =>
            {
                await connection.ReadRequestAsync();
                await connection.WriteAsync($"HTTP/1.1 {status} Moved\r\nLocation: /elsewhere\r\nContent-Length: 0\r\n\r\n");
                await connection.ReadRequestAsync();
            },
        };
        using var client = Client(Options(server));

        Assert.CatchAsync<CheckoutApiException>(() => client.ChargeOrderAsync(TestMerchant.OrderNumber));

        Assert.That(server.Requests, Has.Count.EqualTo(1));
    }

    private static CheckoutOptions Options(WireServer server) => new()
    {
        MerchantId = TestMerchant.Id,
        MerchantKey = TestMerchant.Key,
        Environment = CheckoutEnvironment.ForBaseAddress(server.BaseAddress),
        RetryQueries = false,
    };

    // This target has no option for the root, so the test trusts it in the handler below ours.
    private CheckoutClient Client(CheckoutOptions options)
    {
        var handler = CheckoutHttpHandler.Create(options);
        var primary = handler;
        while (primary is DelegatingHandler { InnerHandler: { } inner })
        {
            primary = inner;
        }

        ((HttpClientHandler)primary).ServerCertificateCustomValidationCallback = (_, served, _, _) => served?.Issuer == _authority.Root.Subject;
        return new CheckoutClient(new HttpClient(handler), options);
    }
}
