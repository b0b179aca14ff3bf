using System.Security.Cryptography.X509Certificates;
using GoogleCheckout.Client;
using NUnit.Framework;

namespace GoogleCheckout.Http.Tls;

/// <summary>The check of the service's certificate.</summary>
public sealed class ServerTrustTests : IDisposable
{
    private readonly TestCertificateAuthority _authority = new();

    public void Dispose() => _authority.Dispose();

    [Test]
    public async Task HelloAsync_WhenThePrivateRootIsTrusted_Succeeds()
    {
        using var certificate = _authority.Server();
        await using var server = new WireServer(certificate);
        using var client = new CheckoutClient(server.Options(_authority.Root));

        Assert.That((await client.HelloAsync()).SerialNumber, Is.EqualTo("bye-1"));
    }

    [Test]
    public async Task HelloAsync_WhenThePrivateRootIsNotTrusted_SendsNothing()
    {
        using var certificate = _authority.Server();

        await AssertRefused(certificate, null);
    }

    [Test]
    public async Task HelloAsync_WhenAnotherRootIsTrusted_SendsNothing()
    {
        using var another = new TestCertificateAuthority();
        using var certificate = _authority.Server();

        await AssertRefused(certificate, another.Root);
    }

    [Test]
    public async Task HelloAsync_WhenTheNameDiffers_SendsNothing()
    {
        using var certificate = _authority.Server("elsewhere.test");

        await AssertRefused(certificate, _authority.Root);
    }

    [Test]
    public async Task HelloAsync_WhenTheCertificateHasExpired_SendsNothing()
    {
        using var certificate = _authority.Server(until: DateTimeOffset.UtcNow.AddHours(-1));

        await AssertRefused(certificate, _authority.Root);
    }

    [Test]
    public async Task HelloAsync_WhenTheCertificateIsForClientsOnly_SendsNothing()
    {
        using var certificate = _authority.Client("localhost");

        await AssertRefused(certificate, _authority.Root);
    }

    [Test]
    public async Task HelloAsync_WhenTheRootFileIsReplaced_TrustsTheNewRoot()
    {
        var path = Path.Combine(Path.GetTempPath(), $"checkout-root-{Guid.NewGuid():N}");
        try
        {
            using var another = new TestCertificateAuthority("Another");
            using var certificate = _authority.Server();
            using var otherCertificate = another.Server();
            await using var server = new WireServer(certificate) { Serve = connection => connection.AnswerAsync(SampleResponses.Bye, keepOpen: false) };
            await File.WriteAllBytesAsync(path, _authority.Root.RawData);
            var options = server.Options(_authority.Root);
            (options.TrustedCertificate, options.TrustedCertificatePath) = (null, path);
            using var client = new CheckoutClient(options);
            await client.HelloAsync();

            server.Certificate = otherCertificate;
            Assert.That(async () => await client.HelloAsync(), Throws.TypeOf<CheckoutException>());
            await File.WriteAllTextAsync(path, _authority.Root.ExportCertificatePem() + "\n" + another.Root.ExportCertificatePem());

            await client.HelloAsync();
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Test]
    public void NewClient_WhenTheRootFileIsEmpty_Throws()
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, "-----BEGIN NOTHING-----");
            var options = TestMerchant.Options();
            options.TrustedCertificatePath = path;

            Assert.That(() => new CheckoutClient(options), Throws.ArgumentException.With.Message.Contains("TrustedCertificatePath"));
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static async Task AssertRefused(X509Certificate2 certificate, X509Certificate2? root)
    {
        await using var server = new WireServer(certificate);
        var options = server.Options(null!);
        options.TrustedCertificate = root;
        using var client = new CheckoutClient(options);

        var thrown = Assert.CatchAsync<CheckoutException>(() => client.ChargeOrderAsync(TestMerchant.OrderNumber))!;

        Assert.Multiple(() =>
        {
            Assert.That(thrown, Is.TypeOf<CheckoutException>());
            Assert.That(thrown.OutcomeUnknown, Is.False);
            Assert.That(thrown.IsTransient, Is.True);
            Assert.That(thrown.Message, Does.Contain("was not sent"));
            Assert.That(server.Requests, Is.Empty);
        });
    }
}
