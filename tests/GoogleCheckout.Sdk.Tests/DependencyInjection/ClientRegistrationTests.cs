using GoogleCheckout.Client;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Options;
using NUnit.Framework;

namespace GoogleCheckout.DependencyInjection;

/// <summary>Registration of clients in a container: in code and by configuration, for one merchant and for several.</summary>
public class ClientRegistrationTests
{
    [Test]
    public async Task AddGoogleCheckout_WhenConfiguredInCode_RegistersAClient()
    {
        using var network = new StubHandler(_ => SampleResponses.Xml(SampleResponses.Bye));
        var services = new ServiceCollection();
        services.AddGoogleCheckout(TestMerchant.Configure).ConfigurePrimaryHttpMessageHandler(() => network);
        await using var provider = services.BuildServiceProvider(validateScopes: true);

        await provider.GetRequiredService<CheckoutClient>().HelloAsync();

        Assert.Multiple(() =>
        {
            Assert.That(network.Requests.Single().Headers["Authorization"], Is.EqualTo(TestMerchant.Authorization));
            Assert.That(provider.GetRequiredService<CheckoutClient>(), Is.SameAs(provider.GetRequiredService<CheckoutClient>()));
        });
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task AddGoogleCheckout_WhenConfiguredBySection_ReadsEveryKey(bool asSection)
    {
        var configuration = Configuration(
            ("GoogleCheckout:MerchantId", TestMerchant.Id),
            ("GoogleCheckout:merchantkey", TestMerchant.Key),
            ("GoogleCheckout:Environment", "https://gateway.test/v2"),
            ("GoogleCheckout:Donations", "true"),
            ("GoogleCheckout:Timeout", "00:00:07"),
            ("GoogleCheckout:ClientCertificate:Path", ""),
            ("Logging:LogLevel:Default", "Information"));
        using var network = new StubHandler(_ => SampleResponses.Xml(SampleResponses.Bye));
        var services = new ServiceCollection();
        services.AddGoogleCheckout(asSection ? configuration.GetSection("GoogleCheckout") : configuration).ConfigurePrimaryHttpMessageHandler(() => network);
        await using var provider = services.BuildServiceProvider();

        await provider.GetRequiredService<CheckoutClient>().HelloAsync();

        Assert.Multiple(() =>
        {
            Assert.That(network.Requests.Single().Uri.AbsoluteUri, Is.EqualTo($"https://gateway.test/v2/request/Donations/{TestMerchant.Id}"));
            Assert.That(network.Requests.Single().Headers["Authorization"], Is.EqualTo(TestMerchant.Authorization));
            Assert.That(provider.GetRequiredService<IOptions<CheckoutOptions>>().Value.Timeout, Is.EqualTo(TimeSpan.FromSeconds(7)));
        });
    }

    [TestCase("Production", "https://checkout.google.com/api/checkout/v2/request/Merchant/1234567890")]
    [TestCase("sandbox", "https://sandbox.google.com/checkout/api/checkout/v2/request/Merchant/1234567890")]
    [TestCase(null, "https://checkout.google.com/api/checkout/v2/request/Merchant/1234567890")]
    public async Task AddGoogleCheckout_WhenAnEnvironmentIsConfigured_UsesItsAddress(string? environment, string endpoint)
    {
        using var network = new StubHandler(_ => SampleResponses.Xml(SampleResponses.Bye));
        var services = new ServiceCollection();
        services.AddGoogleCheckout(Configuration(("MerchantId", TestMerchant.Id), ("MerchantKey", TestMerchant.Key), ("Environment", environment))).ConfigurePrimaryHttpMessageHandler(() => network);
        await using var provider = services.BuildServiceProvider();

        await provider.GetRequiredService<CheckoutClient>().HelloAsync();

        Assert.That(network.Requests.Single().Uri.AbsoluteUri, Is.EqualTo(endpoint));
    }

    [Test]
    public async Task AddGoogleCheckout_WhenThereAreSeveralMerchants_KeepsThemApart()
    {
        using var network = new StubHandler(_ => SampleResponses.Xml(SampleResponses.Bye));
        var services = new ServiceCollection();
        services.ConfigureHttpClientDefaults(client => client.ConfigurePrimaryHttpMessageHandler(() => network));
        services.AddGoogleCheckout(TestMerchant.Configure).ConfigurePrimaryHttpMessageHandler(() => network);
        services.AddGoogleCheckout("teas", options => { TestMerchant.Configure(options); options.MerchantId = "1111111111"; }).ConfigurePrimaryHttpMessageHandler(() => network);
        services.AddGoogleCheckout("cups", Configuration(("MerchantId", "2222222222"), ("MerchantKey", "k"))).ConfigurePrimaryHttpMessageHandler(() => network);
        await using var provider = services.BuildServiceProvider();

        await provider.GetRequiredKeyedService<CheckoutClient>("teas").HelloAsync();
        await provider.GetRequiredKeyedService<CheckoutClient>("cups").HelloAsync();
        await provider.GetRequiredService<CheckoutClient>().HelloAsync();

        Assert.That(network.Requests.Select(request => request.Uri.Segments[^1]), Is.EqualTo(new[] { "1111111111", "2222222222", TestMerchant.Id }));
    }

    [Test]
    public void AddGoogleCheckout_WhenTheNameIsEmpty_Throws() =>
        Assert.That(() => new ServiceCollection().AddGoogleCheckout(string.Empty, TestMerchant.Configure), Throws.ArgumentException.With.Property("ParamName").EqualTo("name"));

    [Test]
    public async Task AddGoogleCheckout_WhenCalledTwice_ChangesOnlyTheOptions()
    {
        using var network = new StubHandler(_ => SampleResponses.Xml(SampleResponses.RequestReceived));
        var services = new ServiceCollection();
        services.AddGoogleCheckout(TestMerchant.Configure).ConfigurePrimaryHttpMessageHandler(() => network);
        var once = services.Count;
        services.AddGoogleCheckout(options => options.Donations = true);
        services.AddGoogleCheckout(options => options.ApplicationId = "MyShop/2.1");
        await using var provider = services.BuildServiceProvider();

        await provider.GetRequiredService<CheckoutClient>().ChargeOrderAsync(TestMerchant.OrderNumber);

        Assert.Multiple(() =>
        {
            Assert.That(network.Requests.Single().Uri.AbsoluteUri, Does.Contain("/Donations/"));
            Assert.That(network.Requests.Single().Headers["User-Agent"], Does.EndWith("MyShop/2.1"));
            Assert.That(provider.GetServices<CheckoutClient>().Count(), Is.EqualTo(1));
            Assert.That(provider.GetServices<IValidateOptions<CheckoutOptions>>().Count(), Is.EqualTo(1));
        });
    }

    [Test]
    public async Task HelloAsync_WhenOptionsAreInvalidAndNoHostValidated_Throws()
    {
        var services = new ServiceCollection();
        services.AddGoogleCheckout(_ => { });
        await using var provider = services.BuildServiceProvider();

        Assert.That(async () => await provider.GetRequiredService<CheckoutClient>().HelloAsync(), Throws.TypeOf<OptionsValidationException>());
    }

    [Test]
    public async Task HelloAsync_WhenTheConfigurationChanges_UsesTheNewKey()
    {
        var configuration = Configuration(("MerchantId", TestMerchant.Id), ("MerchantKey", TestMerchant.Key));
        using var network = new StubHandler(_ => SampleResponses.Xml(SampleResponses.Bye));
        var services = new ServiceCollection();
        services.AddGoogleCheckout(configuration).ConfigurePrimaryHttpMessageHandler(() => network);
        await using var provider = services.BuildServiceProvider();
        var client = provider.GetRequiredService<CheckoutClient>();
        await client.HelloAsync();

        configuration["MerchantKey"] = "a-new-key";
        configuration.Reload();
        await client.HelloAsync();

        Assert.That(network.Requests.Select(request => request.Headers["Authorization"]).Distinct().Count(), Is.EqualTo(2));
    }

    [Test]
    public async Task HelloAsync_WhenTheConfigurationChangesBeforeARetry_RetriesWithTheNewKeyAndMasksIt()
    {
        var configuration = Configuration(("MerchantId", TestMerchant.Id), ("MerchantKey", TestMerchant.Key));
        using var network = new StubHandler(number =>
        {
            configuration["MerchantKey"] = "a-new-key";
            configuration.Reload();
            return number == 1
                ? SampleResponses.Page(System.Net.HttpStatusCode.ServiceUnavailable, SampleResponses.Html)
                : SampleResponses.Xml(SampleResponses.Error("The key a-new-key is not known"), System.Net.HttpStatusCode.Unauthorized);
        });
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(new WaitSkippingTimeProvider());
        services.AddGoogleCheckout(configuration).ConfigurePrimaryHttpMessageHandler(() => network);
        await using var provider = services.BuildServiceProvider();

        Assert.That(async () => await provider.GetRequiredService<CheckoutClient>().HelloAsync(), Throws.TypeOf<CheckoutApiException>().With.Message.Not.Contains("a-new-key"));
        Assert.That(network.Requests.Select(request => request.Headers["Authorization"]), Is.EqualTo(new[] { TestMerchant.Authorization, "Basic " + Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"{TestMerchant.Id}:a-new-key")) }));
    }

    [Test]
    public async Task HelloAsync_WhenTheChangedConfigurationIsInvalid_UsesThePreviousOne()
    {
        var configuration = Configuration(("MerchantId", TestMerchant.Id), ("MerchantKey", TestMerchant.Key));
        using var network = new StubHandler(_ => SampleResponses.Xml(SampleResponses.Bye));
        var log = new FakeLogCollector();
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.AddCollector(log));
        services.AddGoogleCheckout(configuration).ConfigurePrimaryHttpMessageHandler(() => network);
        await using var provider = services.BuildServiceProvider();
        var client = provider.GetRequiredService<CheckoutClient>();
        await client.HelloAsync();

        configuration["MerchantId"] = "";
        try
        {
            configuration.Reload();
        }
        catch (AggregateException)
        {
            // The code that reloads gets the exception too.
        }
        catch (OptionsValidationException)
        {
            // The same.
        }

        await client.HelloAsync();
        await client.HelloAsync();

        Assert.Multiple(() =>
        {
            Assert.That(network.Requests.Select(request => request.Uri.Segments[^1]), Has.All.EqualTo(TestMerchant.Id));
            Assert.That(log.GetSnapshot().Where(entry => entry.Id.Id == 108).Select(entry => entry.GetText()), Has.Exactly(1).Contains("MerchantId is missing"));
        });
    }

    [Test]
    public async Task HelloAsync_WhenThePrimaryHandlerWasReplaced_Warns()
    {
        using var network = new StubHandler(_ => SampleResponses.Xml(SampleResponses.Bye));
        var log = new FakeLogCollector();
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.AddCollector(log));
        services.AddGoogleCheckout("teas", TestMerchant.Configure).ConfigurePrimaryHttpMessageHandler(() => network);
        await using var provider = services.BuildServiceProvider();

        await provider.GetRequiredKeyedService<CheckoutClient>("teas").HelloAsync();

        var warning = log.GetSnapshot().Single(entry => entry.Id.Id == 105 && entry.Category == "GoogleCheckout.CheckoutClient");
        Assert.That(warning.GetText(), Does.Contain("GoogleCheckout:teas").And.Contain("client certificate"));
    }

    [Test]
    public void CreateClient_WhenThePrimaryHandlerIsOurs_DoesNotWarn()
    {
        var log = new FakeLogCollector();
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.AddCollector(log));
        services.AddGoogleCheckout("ours", TestMerchant.Configure);
        services.AddGoogleCheckout("wrapped", TestMerchant.Configure).ConfigurePrimaryHttpMessageHandler(() => new Wrapping { InnerHandler = CheckoutHttpHandler.Create(TestMerchant.Options()) });
        using var provider = services.BuildServiceProvider();

        provider.GetRequiredService<IHttpClientFactory>().CreateClient("GoogleCheckout:ours").Dispose();
        provider.GetRequiredService<IHttpClientFactory>().CreateClient("GoogleCheckout:wrapped").Dispose();

        Assert.That(log.GetSnapshot().Where(entry => entry.Level >= LogLevel.Warning), Is.Empty);
    }

    [Test]
    public async Task ChargeOrderAsync_WhenEverythingIsLogged_LogsNoCredentials()
    {
        using var network = new StubHandler(_ => SampleResponses.Xml(SampleResponses.Error("no"), System.Net.HttpStatusCode.BadRequest));
        var log = new FakeLogCollector();
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddCollector(log));
        services.ConfigureHttpClientDefaults(client => client.RedactLoggedHeaders(["Cookie"]));
        services.AddGoogleCheckout(TestMerchant.Configure).ConfigurePrimaryHttpMessageHandler(() => network);
        await using var provider = services.BuildServiceProvider();

        Assert.That(async () => await provider.GetRequiredService<CheckoutClient>().ChargeOrderAsync(TestMerchant.OrderNumber), Throws.TypeOf<CheckoutApiException>());

        Assert.Multiple(() =>
        {
            Assert.That(log.GetSnapshot().Select(entry => entry.GetText()), Has.Some.Contains("Authorization"), "the factory logs headers");
            Assert.That(log.GetSnapshot().Select(entry => entry.GetText()), Has.None.Contains(TestMerchant.Key).And.None.Contains(TestMerchant.Authorization.Split(' ')[1]));
        });
    }

    [Test]
    public async Task AddGoogleCheckout_WhenAClockIsRegistered_UsesIt()
    {
        var clock = new WaitSkippingTimeProvider();
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(clock);
        services.AddGoogleCheckout(options => (options.MerchantId, options.MerchantKey) = (TestMerchant.Id, TestMerchant.Key));
        await using var provider = services.BuildServiceProvider();

        Assert.That(provider.GetRequiredService<IOptions<CheckoutOptions>>().Value.TimeProvider, Is.SameAs(clock));
    }

    private static IConfigurationRoot Configuration(params (string Key, string? Value)[] values) =>
        new ConfigurationBuilder().AddInMemoryCollection(values.Select(value => new KeyValuePair<string, string?>(value.Key, value.Value))).Build();

    private sealed class Wrapping : DelegatingHandler;
}
