using System.Security.Cryptography.X509Certificates;
using GoogleCheckout.Client;
using NUnit.Framework;

namespace GoogleCheckout.Http.Tls;

/// <summary>What the exception says about a service's certificate that is refused.</summary>
public sealed class RefusedServerTests : IDisposable
{
    private readonly TestCertificateAuthority _authority = new("Gateway Authority");

    public void Dispose() => _authority.Dispose();

    [Test]
    public async Task HelloAsync_RootNotTrusted_NamesCertificateAndRoot()
    {
        using var certificate = _authority.Server();

        var message = await MessageAsync(certificate, null);

        Assert.That(message, Does.Contain("the service's certificate CN=localhost is refused: its root CN=Gateway Authority is not trusted. If it is the right one, set CheckoutOptions.TrustedCertificatePath to its file."));
    }

    [Test]
    public async Task HelloAsync_OtherRootTrusted_NamesBothRoots()
    {
        using var another = new TestCertificateAuthority("Old Authority");
        using var certificate = _authority.Server();

        var message = await MessageAsync(certificate, another.Root);

        Assert.That(message, Does.Contain("its root CN=Gateway Authority is not trusted, only CN=Old Authority."));
    }

    [Test]
    public async Task HelloAsync_RootWithTheSameNameTrusted_SaysThatTheKeyDiffers()
    {
        using var another = new TestCertificateAuthority("Gateway Authority");
        using var certificate = _authority.Server();

        var message = await MessageAsync(certificate, another.Root);

        Assert.That(message, Does.Contain("the trusted root CN=Gateway Authority has the name of its root, but another key."));
    }

    [Test]
    public async Task HelloAsync_SelfSigned_NamesIt()
    {
        using var certificate = SelfSignedCertificate.Create("gateway.example");

        var message = await MessageAsync(certificate, null);

        Assert.That(message, Does.Contain("its root CN=gateway.example is not trusted").And.Contain("it is for 127.0.0.1, but the address says localhost"));
    }

    [TestCase("elsewhere.test")]
    [TestCase("*.localhost.test")]
    [TestCase("localhost.test")]
    public async Task HelloAsync_OtherName_SaysWhichWasExpectedAndWhichItHas(string name)
    {
        using var certificate = _authority.Server(name);

        var message = await MessageAsync(certificate, _authority.Root);

        Assert.That(message, Does.Contain($"the service's certificate CN={name} is refused: it is for {name}, but the address says localhost. Use the name of the certificate in CheckoutOptions.Environment."));
    }

    [Test]
    public async Task HelloAsync_Expired_SaysWhen()
    {
        var until = DateTimeOffset.UtcNow.AddHours(-1);
        using var certificate = _authority.Server(until: until);

        var message = await MessageAsync(certificate, _authority.Root);

        Assert.That(message, Does.Contain($"to {until:yyyy-MM-dd HH:mm} UTC only. The service must renew it, if the clock of this machine is right."));
        Assert.That(message, Does.Not.Contain("is not trusted"));
    }

    [Test]
    public async Task HelloAsync_ExpiredWithAnotherName_SaysBoth()
    {
        using var certificate = _authority.Server("elsewhere.test", until: DateTimeOffset.UtcNow.AddHours(-1));

        var message = await MessageAsync(certificate, _authority.Root);

        Assert.That(message, Does.Contain("it is for elsewhere.test").And.Contain("The service must renew it"));
    }

    [Test]
    public async Task HelloAsync_ForClientsOnly_SaysSo()
    {
        using var certificate = _authority.Client("localhost");

        var message = await MessageAsync(certificate, _authority.Root);

        Assert.That(message, Does.Contain("CN=localhost is not for servers."));
    }

    private static async Task<string> MessageAsync(X509Certificate2 certificate, X509Certificate2? root)
    {
        await using var server = new WireServer(certificate);
        var options = server.Options(null!);
        options.TrustedCertificate = root;
        using var client = new CheckoutClient(options);

        var thrown = Assert.CatchAsync<CheckoutException>(() => client.ChargeOrderAsync(TestMerchant.OrderNumber))!;

        Assert.Multiple(() =>
        {
            Assert.That(thrown.OutcomeUnknown, Is.False);
            Assert.That(thrown.Message, Does.StartWith($"charge-order at {server.BaseAddress}request/Merchant/{TestMerchant.Id}: the request was not sent, so it was not executed: "));
            Assert.That(server.Requests, Is.Empty);
        });
        return thrown.Message;
    }
}
