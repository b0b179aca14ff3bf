using NUnit.Framework;
using RichardSzalay.MockHttp;

namespace GoogleCheckout.Client;

/// <summary>A proxy that lets nothing through: only .NET's own exception says so.</summary>
public class ProxyTunnelTests
{
    [Test]
    public void ChargeOrderAsync_WhenTheProxyRefusesTheTunnel_OutcomeIsKnown()
    {
        using var network = new MockHttpMessageHandler();
        network.When("*").Throw(new HttpRequestException(HttpRequestError.ProxyTunnelError, "The proxy tunnel failed"));
        using var client = new CheckoutClient(new HttpClient(network, disposeHandler: false), TestMerchant.Options());

        var thrown = Assert.CatchAsync<CheckoutException>(() => client.ChargeOrderAsync(TestMerchant.OrderNumber))!;

        Assert.Multiple(() =>
        {
            Assert.That(thrown.OutcomeUnknown, Is.False);
            Assert.That(thrown.IsTransient, Is.True);
            Assert.That(thrown.Message, Does.Contain("was not sent"));
        });
    }
}
