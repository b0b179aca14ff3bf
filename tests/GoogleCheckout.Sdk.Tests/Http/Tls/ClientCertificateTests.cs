using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using GoogleCheckout.Client;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Testing;
using NUnit.Framework;

namespace GoogleCheckout.Http.Tls;

/// <summary>The client certificate: its sources, its replacement, and its rejection by the service.</summary>
public sealed class ClientCertificateTests : TlsTestBase
{
    private const string Password = "the-password-of-the-file";

    private string _folder = null!;

    [OneTimeSetUp]
    public void CreateFolder() => _folder = Directory.CreateTempSubdirectory("checkout-certificates-").FullName;

    protected override void Dispose(bool disposing)
    {
        Directory.Delete(_folder, recursive: true);
        base.Dispose(disposing);
    }

    [TestCase(TestCertificateAuthority.ClientUsage)]
    [TestCase(TestCertificateAuthority.ServerUsage)]
    public async Task HelloAsync_WithACertificate_PresentsIt(string usage)
    {
        await using var server = Server();
        using var certificate = Authority.Client("merchant", usage);
        var options = server.Options(Authority.Root);
        options.ClientCertificate = certificate;

        await Hello(options);

        Assert.That(server.Clients, Is.EqualTo(new[] { "CN=merchant" }));
    }

    [Test]
    public async Task HelloAsync_WhenTheServiceRequestsNoCertificate_NeedsNone()
    {
        await using var server = new WireServer(ServerCertificate);

        await Hello(server.Options(Authority.Root));

        Assert.That(server.Clients, Is.EqualTo(new string?[] { null }));
    }

    [TestCase(null)]
    [TestCase(Password)]
    public async Task HelloAsync_WhenThePfxIsReplaced_PresentsTheNewOneOnTheNextConnection(string? password)
    {
        await using var server = Server(keepOpen: false);
        var options = server.Options(Authority.Root);
        options.ClientCertificatePath = NewPath("pfx");
        options.ClientCertificatePassword = password;
        WritePfx(options.ClientCertificatePath, "first", password);
        using var client = new CheckoutClient(options);
        await client.HelloAsync();

        WritePfx(options.ClientCertificatePath, "second", password);
        await client.HelloAsync();

        Assert.That(server.Clients, Is.EqualTo(new[] { "CN=first", "CN=second" }));
    }

    [Test]
    public async Task HelloAsync_WhenThePemPairIsReplaced_KeepsTheOldPairUntilBothMatch([Values(null, Password)] string? password)
    {
        var log = new FakeLogCollector();
        await using var server = Server(keepOpen: false);
        var options = server.Options(Authority.Root);
        options.LoggerFactory = log.CreateFactory();
        options.ClientCertificatePath = NewPath("crt");
        options.ClientCertificateKeyPath = NewPath("key");
        options.ClientCertificatePassword = password;
        WritePem(options, "first");
        using var client = new CheckoutClient(options);
        await client.HelloAsync();

        var oldKey = await File.ReadAllTextAsync(options.ClientCertificateKeyPath);
        WritePem(options, "second");
        var newKey = await File.ReadAllTextAsync(options.ClientCertificateKeyPath);
        await File.WriteAllTextAsync(options.ClientCertificateKeyPath, oldKey);
        await client.HelloAsync();
        await File.WriteAllTextAsync(options.ClientCertificateKeyPath, newKey);
        await client.HelloAsync();

        Assert.Multiple(() =>
        {
            Assert.That(server.Clients, Is.EqualTo(new[] { "CN=first", "CN=first", "CN=second" }));
            Assert.That(log.GetSnapshot().Where(entry => entry.Id.Id is 106 or 107).Select(entry => entry.Id.Id), Is.EqualTo(new[] { 107, 106 }));
            Assert.That(log.GetSnapshot().Select(entry => entry.GetText()), Has.None.Contains(Password));
        });
    }

    [Test]
    public async Task HelloAsync_WhenOnlyTheKeyFileIsReplaced_LoadsThePairAgain()
    {
        var log = new FakeLogCollector();
        await using var server = Server(keepOpen: false);
        var options = server.Options(Authority.Root);
        options.LoggerFactory = log.CreateFactory();
        options.ClientCertificatePath = NewPath("crt");
        options.ClientCertificateKeyPath = NewPath("key");
        WritePem(options, "first");
        using var client = new CheckoutClient(options);
        await client.HelloAsync();

        await File.AppendAllTextAsync(options.ClientCertificateKeyPath, "\n");
        await client.HelloAsync();

        Assert.That(server.Clients, Is.EqualTo(new[] { "CN=first", "CN=first" }));
        Assert.That(log.GetSnapshot().Count(entry => entry.Id.Id == 106), Is.EqualTo(1), "loaded again");
    }

    [Test]
    public async Task HelloAsync_WhenTheKeyIsInTheSamePemFile_PresentsTheCertificate()
    {
        await using var server = Server();
        var options = server.Options(Authority.Root);
        options.ClientCertificatePath = NewPath("pem");
        using var certificate = Authority.Client("together");
        using var key = certificate.GetECDsaPrivateKey()!;
        await File.WriteAllTextAsync(options.ClientCertificatePath, key.ExportPkcs8PrivateKeyPem() + "\n" + certificate.ExportCertificatePem());

        await Hello(options);

        Assert.That(server.Clients, Is.EqualTo(new[] { "CN=together" }));
    }

    [Test]
    public async Task HelloAsync_WhenTheFileDisappears_KeepsTheLoadedCertificate()
    {
        await using var server = Server(keepOpen: false);
        var options = server.Options(Authority.Root);
        options.ClientCertificatePath = NewPath("pfx");
        WritePfx(options.ClientCertificatePath, "first", null);
        using var client = new CheckoutClient(options);
        await client.HelloAsync();

        File.Delete(options.ClientCertificatePath);
        await client.HelloAsync();

        Assert.That(server.Clients, Is.EqualTo(new[] { "CN=first", "CN=first" }));
    }

    [Test]
    public async Task HelloAsync_WhenTheConfigurationNamesAnotherCertificate_PresentsIt()
    {
        await using var server = Server(keepOpen: false);
        var root = NewPath("ca.pem");
        await File.WriteAllTextAsync(root, Authority.Root.ExportCertificatePem());
        var (first, second) = (NewPath("pfx"), NewPath("pfx"));
        WritePfx(first, "first", Password);
        WritePfx(second, "second", Password);
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["GoogleCheckout:MerchantId"] = TestMerchant.Id,
            ["GoogleCheckout:MerchantKey"] = TestMerchant.Key,
            ["GoogleCheckout:Environment"] = server.BaseAddress.AbsoluteUri,
            ["GoogleCheckout:TrustedCertificate"] = root,
            ["GoogleCheckout:ClientCertificate:Path"] = first,
            ["GoogleCheckout:ClientCertificate:Password"] = Password,
        }).Build();
        var services = new ServiceCollection();
        services.AddGoogleCheckout(configuration.GetSection("GoogleCheckout"));
        await using var provider = services.BuildServiceProvider();
        var client = provider.GetRequiredService<CheckoutClient>();
        await client.HelloAsync();

        configuration["GoogleCheckout:ClientCertificate:Path"] = second;
        configuration.Reload();
        await client.HelloAsync();

        Assert.That(server.Clients, Is.EqualTo(new[] { "CN=first", "CN=second" }));
    }

    [Test]
    public async Task HelloAsync_WhenTheCertificateIsInTheStore_IsFoundByItsThumbprint()
    {
        using var store = new X509Store(StoreName.My, StoreLocation.CurrentUser);
        using var issued = Authority.Client("stored");
        using var storable = X509CertificateLoader.LoadPkcs12(issued.Export(X509ContentType.Pkcs12), null, X509KeyStorageFlags.PersistKeySet);
        try
        {
            store.Open(OpenFlags.ReadWrite);
            store.Add(storable);
        }
        catch (CryptographicException e)
        {
            Assert.Ignore($"There is no certificate store to write to here: {e.Message}");
        }

        try
        {
            await using var server = Server();
            var options = server.Options(Authority.Root);
            options.ClientCertificateThumbprint = string.Join(' ', storable.Thumbprint.ToLowerInvariant().Chunk(2).Select(pair => new string(pair)));

            await Hello(options);

            Assert.That(server.Clients, Is.EqualTo(new[] { "CN=stored" }));
        }
        finally
        {
            store.Remove(storable);
        }
    }

    [Test]
    public void NewClient_WhenThePasswordIsWrong_ThrowsWithoutThePassword()
    {
        var options = TestMerchant.Options();
        options.ClientCertificatePath = NewPath("pfx");
        options.ClientCertificatePassword = "another-password";
        WritePfx(options.ClientCertificatePath, "first", Password);

        Assert.That(() => new CheckoutClient(options), Throws.ArgumentException.With.Message.Contains(options.ClientCertificatePath).And.Message.Not.Contains("another-password"));
    }

    [Test]
    public void NewClient_WhenThereIsNoPrivateKey_Throws()
    {
        var options = TestMerchant.Options();
        using var certificate = Authority.Client("keyless");
        options.ClientCertificate = X509CertificateLoader.LoadCertificate(certificate.RawData);

        Assert.That(() => new CheckoutClient(options), Throws.ArgumentException.With.Message.Contains("no private key"));
    }

    [Test]
    public void NewClient_WhenTheKeyHasNoCertificate_Throws()
    {
        var options = TestMerchant.Options();
        options.ClientCertificateKeyPath = "client.key";

        Assert.That(() => new CheckoutClient(options), Throws.ArgumentException.With.Message.Contains("CheckoutOptions.ClientCertificateKeyPath is set, but CheckoutOptions.ClientCertificatePath is not"));
    }

    [TestCase(SslProtocols.Tls13)]
    [TestCase(SslProtocols.Tls12)]
    public async Task ChargeOrderAsync_WhenTheCertificateIsRefused_MentionsThatCause(SslProtocols protocol)
    {
        using var another = new TestCertificateAuthority("Another");
        using var certificate = another.Client("stranger");
        await using var server = new WireServer(ServerCertificate) { ClientRoot = Authority.Root, Protocols = protocol };
        var options = server.Options(Authority.Root);
        options.ClientCertificate = certificate;
        using var client = new CheckoutClient(options);

        var thrown = Assert.CatchAsync<CheckoutException>(() => client.ChargeOrderAsync(TestMerchant.OrderNumber))!;

        Assert.Multiple(() =>
        {
            Assert.That(thrown, Is.TypeOf<CheckoutException>());
            Assert.That(thrown.IsTransient, Is.True);
            Assert.That(thrown.OutcomeUnknown, Is.True);
            Assert.That(thrown.Message, Does.Contain("may refuse the client certificate: with TLS 1.3, a refusal looks like a dropped connection"));
            Assert.That(server.Requests, Is.Empty);
        });
    }

    private WireServer Server(bool keepOpen = true) => new(ServerCertificate)
    {
        ClientRoot = Authority.Root,
        Serve = connection => connection.AnswerAsync(SampleResponses.Bye, keepOpen),
    };

    private static async Task Hello(CheckoutOptions options)
    {
        using var client = new CheckoutClient(options);
        await client.HelloAsync();
    }

    private string NewPath(string extension) => Path.Combine(_folder, $"{Guid.NewGuid():N}.{extension}");

    private void WritePfx(string path, string name, string? password)
    {
        using var certificate = Authority.Client(name);
        File.WriteAllBytes(path, certificate.Export(X509ContentType.Pkcs12, password));
    }

    private void WritePem(CheckoutOptions options, string name)
    {
        using var certificate = Authority.Client(name);
        using var key = certificate.GetECDsaPrivateKey()!;
        File.WriteAllText(options.ClientCertificatePath!, certificate.ExportCertificatePem());
        File.WriteAllText(options.ClientCertificateKeyPath!, options.ClientCertificatePassword is { } password
            ? key.ExportEncryptedPkcs8PrivateKeyPem(password, new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1000))
            : key.ExportPkcs8PrivateKeyPem());
    }
}
