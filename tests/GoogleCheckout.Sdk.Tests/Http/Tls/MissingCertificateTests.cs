using System.Security.Authentication;
using GoogleCheckout.Client;
using NUnit.Framework;

namespace GoogleCheckout.Http.Tls;

/// <summary>A service that requests a client certificate, and a client that has none.</summary>
public sealed class MissingCertificateTests : TlsTestBase
{
    [TestCase(SslProtocols.Tls13)]
    [TestCase(SslProtocols.Tls12)]
    public async Task ChargeOrderAsync_WhenItIsRequired_SaysThatNoneIsSet(SslProtocols protocol)
    {
        await using var server = new WireServer(ServerCertificate) { ClientRoot = Authority.Root, Protocols = protocol };
        using var client = new CheckoutClient(server.Options(Authority.Root));

        var thrown = Assert.CatchAsync<CheckoutException>(() => client.ChargeOrderAsync(TestMerchant.OrderNumber))!;

        Assert.Multiple(() =>
        {
            Assert.That(thrown.Message, Does.Contain("The service requested a client certificate, but none is set").And.Contain("nothing was executed. Set CheckoutOptions.ClientCertificatePath"));
            Assert.That(thrown.Message, Does.Contain($"look up order {TestMerchant.OrderNumber}"));
            Assert.That(thrown.OutcomeUnknown, Is.True, "a connection that drops looks the same");
            Assert.That(server.Requests, Is.Empty);
        });
    }

    [Test]
    public async Task ChargeOrderAsync_WhenTheConnectionDropsWithoutARequest_DoesNotMentionIt()
    {
        await using var server = new WireServer(ServerCertificate) { Serve = async connection => await connection.ReadRequestAsync() };
        using var client = new CheckoutClient(server.Options(Authority.Root));

        var thrown = Assert.CatchAsync<CheckoutException>(() => client.ChargeOrderAsync(TestMerchant.OrderNumber))!;

        Assert.That(thrown.OutcomeUnknown, Is.True);
        Assert.That(thrown.Message, Does.Not.Contain("none is set"));
    }

    [Test]
    public async Task HelloAsync_WhenACertificateIsSetLater_Succeeds()
    {
        await using var server = new WireServer(ServerCertificate) { ClientRoot = Authority.Root, Serve = connection => connection.AnswerAsync(SampleResponses.Bye, keepOpen: false) };
        using var certificate = Authority.Client("merchant");
        var options = server.Options(Authority.Root);
        using var client = new CheckoutClient(options);
        Assert.That(async () => await client.HelloAsync(), Throws.TypeOf<CheckoutException>().With.Message.Contains("A query changes nothing"));

        options.ClientCertificate = certificate;

        await client.HelloAsync();
        Assert.That(server.Clients, Is.EqualTo(new[] { "CN=merchant" }));
    }

    [TestCase(0x0A00045C, false)]
    [TestCase(0x0A000412, true)]
    [TestCase(0, true)]
    public void ChargeOrderAsync_WhenTheAlertSaysThatItIsRequired_WasNotExecuted(int alert, bool outcomeUnknown)
    {
        var options = TestMerchant.Options();
        using var own = new SingleSendHandler(new StubHandler(_ => throw new HttpRequestException("x", new IOException("y", new AlertException(alert)))), isOwnNetwork: true);
        using var client = new CheckoutClient(new HttpClient(own), options);

        var thrown = Assert.CatchAsync<CheckoutException>(() => client.ChargeOrderAsync(TestMerchant.OrderNumber))!;

        Assert.That(thrown.OutcomeUnknown, Is.EqualTo(outcomeUnknown));
        Assert.That(thrown.Message, outcomeUnknown ? Does.Contain("may have executed") : Does.Contain("nothing was executed. It requires a client certificate, but none is set. Set CheckoutOptions.ClientCertificatePath"));
    }

    [Test]
    public void ChargeOrderAsync_WhenTheAlertReachesAnotherHandler_OutcomeIsUnknown()
    {
        using var other = new StubHandler(_ => throw new HttpRequestException("x", new AlertException(0x0A00045C)));
        using var client = new CheckoutClient(new HttpClient(other), TestMerchant.Options());

        Assert.That(
            async () => await client.ChargeOrderAsync(TestMerchant.OrderNumber),
            Throws.TypeOf<CheckoutException>().With.Property("OutcomeUnknown").True, "it may have sent the command twice");
    }

    private sealed class AlertException : Exception
    {
        public AlertException(int code) => HResult = code;
    }
}
