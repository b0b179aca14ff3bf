using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using GoogleCheckout.Client;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Options;
using NUnit.Framework;

namespace GoogleCheckout.Http.Tls;

/// <summary>A client certificate that is replaced while the program runs, together with its settings, in any order.</summary>
public sealed class CertificateRotationTests : TlsTestBase
{
    private string _folder = null!;

    [OneTimeSetUp]
    public void CreateFolder() => _folder = Directory.CreateTempSubdirectory("checkout-rotation-").FullName;

    protected override void Dispose(bool disposing)
    {
        Directory.Delete(_folder, recursive: true);
        base.Dispose(disposing);
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task HelloAsync_WhenPasswordAndPfxChange_PresentsTheNewOneAfterBoth(bool settingsFirst)
    {
        var path = NewPath("pfx");
        WritePfx(path, "first", "first-password");
        await using var site = new Site(this, ("ClientCertificate:Path", path), ("ClientCertificate:Password", "first-password"));
        await site.HelloAsync();

        Action changeSettings = () => site.Set(("ClientCertificate:Password", "second-password"));
        Action changeFile = () => WritePfx(path, "second", "second-password");
        (settingsFirst ? changeSettings : changeFile)();
        await site.HelloAsync();
        (settingsFirst ? changeFile : changeSettings)();
        await site.HelloAsync();

        Assert.Multiple(() =>
        {
            Assert.That(site.Clients, Is.EqualTo(new[] { "CN=first", "CN=first", "CN=second" }));
            Assert.That(site.Errors(settingsFirst ? 108 : 107), Has.Exactly(1).Items);
            Assert.That(site.Errors(108), Has.None.Contains("-password"));
        });
    }

    [Test]
    public async Task HelloAsync_WhenPathsAndPemPairChange_PresentsTheNewOneAfterAll([Values] bool certificateFirst)
    {
        var (first, second) = (WritePem("first"), WritePem("second"));
        var (certificate, key) = (await File.ReadAllTextAsync(second.Certificate), await File.ReadAllTextAsync(second.Key));
        File.Delete(second.Certificate);
        File.Delete(second.Key);
        await using var site = new Site(this, ("ClientCertificate:Path", first.Certificate), ("ClientCertificate:KeyPath", first.Key));
        await site.HelloAsync();

        site.Set(("ClientCertificate:Path", second.Certificate), ("ClientCertificate:KeyPath", second.Key));
        await site.HelloAsync();
        await File.WriteAllTextAsync(certificateFirst ? second.Certificate : second.Key, certificateFirst ? certificate : key);
        await site.HelloAsync();
        await File.WriteAllTextAsync(certificateFirst ? second.Key : second.Certificate, certificateFirst ? key : certificate);
        await site.HelloAsync();

        Assert.That(site.Clients, Is.EqualTo(new[] { "CN=first", "CN=first", "CN=first", "CN=second" }));
    }

    [Test]
    public async Task HelloAsync_WhenThePemPairChangesInPlaceWithItsPassword_PresentsTheNewOneAfterAll([Values] bool keyFirst)
    {
        var files = WritePem("first", "first-password");
        await using var site = new Site(this, ("ClientCertificate:Path", files.Certificate), ("ClientCertificate:KeyPath", files.Key), ("ClientCertificate:Password", "first-password"));
        await site.HelloAsync();

        var next = WritePem("second", "second-password");
        site.Set(("ClientCertificate:Password", "second-password"));
        await site.HelloAsync();
        File.Copy(keyFirst ? next.Key : next.Certificate, keyFirst ? files.Key : files.Certificate, overwrite: true);
        await site.HelloAsync();
        File.Copy(keyFirst ? next.Certificate : next.Key, keyFirst ? files.Certificate : files.Key, overwrite: true);
        await site.HelloAsync();

        Assert.That(site.Clients, Is.EqualTo(new[] { "CN=first", "CN=first", "CN=first", "CN=second" }));
    }

    [Test]
    public async Task HelloAsync_WhenTheFileArrivesAfterTheStart_Succeeds()
    {
        var path = NewPath("pfx");
        await using var site = new Site(this, ("ClientCertificate:Path", path));

        Assert.That(site.HelloAsync, Throws.TypeOf<OptionsValidationException>().With.Message.Contains(path));
        WritePfx(path, "late", null);
        await site.HelloAsync();

        Assert.That(site.Clients, Is.EqualTo(new[] { "CN=late" }));
    }

    [Test]
    public async Task HelloAsync_WhenTheSameMistakeIsMadeAgain_LogsItAgain()
    {
        var path = NewPath("pfx");
        WritePfx(path, "first", "right");
        await using var site = new Site(this, ("ClientCertificate:Path", path), ("ClientCertificate:Password", "right"));
        await site.HelloAsync();

        site.Set(("ClientCertificate:Password", "wrong"));
        await site.HelloAsync();
        await site.HelloAsync();
        Assert.That(site.Errors(108), Has.Exactly(1).Items, "once while it lasts");

        site.Set(("ClientCertificate:Password", "right"));
        await site.HelloAsync();
        site.Set(("ClientCertificate:Password", "wrong"));
        await site.HelloAsync();

        Assert.That(site.Errors(108), Has.Exactly(2).Items);
    }

    private string NewPath(string extension) => Path.Combine(_folder, $"{Guid.NewGuid():N}.{extension}");

    private void WritePfx(string path, string name, string? password)
    {
        using var certificate = Authority.Client(name);
        File.WriteAllBytes(path, certificate.Export(X509ContentType.Pkcs12, password));
    }

    private (string Certificate, string Key) WritePem(string name, string? password = null)
    {
        var files = (Certificate: NewPath("crt"), Key: NewPath("key"));
        using var certificate = Authority.Client(name);
        using var key = certificate.GetECDsaPrivateKey()!;
        File.WriteAllText(files.Certificate, certificate.ExportCertificatePem());
        File.WriteAllText(files.Key, password is null
            ? key.ExportPkcs8PrivateKeyPem()
            : key.ExportEncryptedPkcs8PrivateKeyPem(password, new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1000)));
        return files;
    }

    /// <summary>A configured client, and a service that closes each connection, so that each request makes a new one.</summary>
    private sealed class Site : IAsyncDisposable
    {
        private readonly FakeLogCollector _log = new();
        private readonly WireServer _server;
        private readonly IConfigurationRoot _configuration;
        private readonly ServiceProvider _provider;

        public Site(CertificateRotationTests tests, params (string Key, string Value)[] settings)
        {
            var root = tests.NewPath("pem");
            File.WriteAllText(root, tests.Authority.Root.ExportCertificatePem());
            _server = new WireServer(tests.ServerCertificate)
            {
                ClientRoot = tests.Authority.Root,
                Serve = connection => connection.AnswerAsync(SampleResponses.Bye, keepOpen: false),
            };
            _configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["GoogleCheckout:MerchantId"] = TestMerchant.Id,
                ["GoogleCheckout:MerchantKey"] = TestMerchant.Key,
                ["GoogleCheckout:Environment"] = _server.BaseAddress.AbsoluteUri,
                ["GoogleCheckout:TrustedCertificate"] = root,
            }).Build();
            Change(settings);
            var services = new ServiceCollection();
            services.AddLogging(logging => logging.AddCollector(_log));
            services.AddGoogleCheckout(_configuration);
            _provider = services.BuildServiceProvider();
        }

        public IReadOnlyList<string?> Clients => _server.Clients;

        public Task<Bye> HelloAsync() => _provider.GetRequiredService<CheckoutClient>().HelloAsync();

        public IEnumerable<string> Errors(int id) => _log.GetSnapshot().Where(entry => entry.Id.Id == id).Select(entry => entry.GetText());

        public void Set(params (string Key, string Value)[] settings)
        {
            Change(settings);
            try
            {
                _configuration.Reload();
            }
            catch (Exception e) when (e is AggregateException or OptionsValidationException)
            {
                // The code that reloads gets the exception too.
            }
        }

        public async ValueTask DisposeAsync()
        {
            await _provider.DisposeAsync();
            await _server.DisposeAsync();
        }

        private void Change((string Key, string Value)[] settings)
        {
            foreach (var (key, value) in settings)
            {
                _configuration[$"GoogleCheckout:{key}"] = value;
            }
        }
    }
}
