using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using NUnit.Framework;

namespace GoogleCheckout.Sandbox.Hosting;

/// <summary>Clients of the sandbox: options that were set before, and the errors of a client without the right certificates.</summary>
public class ConfigureTests
{
    [Test]
    public async Task Configure_OptionsWithOtherCertificates_ClearsThem()
    {
        await using var sandbox = await CheckoutSandbox.StartAsync();
        var options = new CheckoutOptions
        {
            ClientCertificatePath = "merchant.crt",
            ClientCertificateKeyPath = "merchant.key",
            ClientCertificatePassword = "secret",
            ClientCertificateThumbprint = "AB",
            TrustedCertificatePath = "gateway.pem",
            ApplicationId = "MyShop/2.1",
        };

        sandbox.Configure(options);

        using var client = new CheckoutClient(options);
        await client.HelloAsync();
        Assert.That(options.ApplicationId, Is.EqualTo("MyShop/2.1"));
    }

    [Test]
    public async Task Configure_AfterOtherHandlers_DoesNotAddThemAgain()
    {
        await using var sandbox = await CheckoutSandbox.StartAsync();
        var sent = 0;
        var services = new ServiceCollection();
        services.AddGoogleCheckout(_ => { }).AddHttpMessageHandler(() => new CountingHandler(() => sent++));
        services.AddGoogleCheckout(sandbox.Configure);
        services.AddGoogleCheckout(sandbox.Configure);
        await using var provider = services.BuildServiceProvider();

        await provider.GetRequiredService<CheckoutClient>().HelloAsync();

        Assert.That(sent, Is.EqualTo(1));
    }

    [Test]
    public async Task CreateOptions_OfASandbox_AreNotDoubtful([Values(null, "1234567890")] string? merchantId)
    {
        await using var sandbox = await CheckoutSandbox.StartAsync(new CheckoutSandboxOptions { MerchantId = merchantId });
        var log = new FakeLogCollector();
        var options = sandbox.CreateOptions();
        options.LoggerFactory = log.CreateFactory();

        using var client = new CheckoutClient(options);

        Assert.That(log.GetSnapshot().Where(record => record.Level >= LogLevel.Warning), Is.Empty);
    }

    [Test]
    public async Task Client_WithoutCertificate_ThrowsThatNoneIsSet()
    {
        await using var sandbox = await CheckoutSandbox.StartAsync();
        var options = sandbox.CreateOptions();
        options.ClientCertificate = null;
        options.RetryQueries = false;
        using var client = new CheckoutClient(options);

        Assert.That(
            async () => await client.HelloAsync(),
            Throws.TypeOf<CheckoutException>().With.Message.Contains("The service requested a client certificate, but none is set").And.Message.Contains("nothing was executed"));
        Assert.That(sandbox.Requests, Is.Empty);
    }

    [Test]
    public async Task Client_OfAnEarlierSandbox_NamesBothRoots()
    {
        await using var earlier = await CheckoutSandbox.StartAsync();
        await using var sandbox = await CheckoutSandbox.StartAsync();
        var options = sandbox.CreateOptions();
        options.TrustedCertificate = earlier.CertificateAuthority;
        using var client = new CheckoutClient(options);

        Assert.That(
            async () => await client.ChargeOrderAsync("1"),
            Throws.TypeOf<CheckoutException>().With.Property("OutcomeUnknown").False.And.Message.Contains($"its root {sandbox.CertificateAuthority.Subject} is not trusted, only {earlier.CertificateAuthority.Subject}."));
    }

    private sealed class CountingHandler(Action onSend) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            onSend();
            return base.SendAsync(request, cancellationToken);
        }
    }
}
