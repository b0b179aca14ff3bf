using GoogleCheckout.Client;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Options;
using NUnit.Framework;

namespace GoogleCheckout.Configuration;

/// <summary>What is logged at start about options that are allowed but probably wrong.</summary>
public class OptionsWarningTests
{
    public static IEnumerable<TestCaseData> Doubtful()
    {
        yield return Case("CheckoutOptions.MerchantId is not a number of 10 or 15 digits", options => options.MerchantId = "12345");
        yield return Case("CheckoutOptions.MerchantId is not a number of 10 or 15 digits", options => options.MerchantId = "12345678901");
        yield return Case("CheckoutOptions.MerchantId is not a number of 10 or 15 digits", options => options.MerchantId = "key-of-the");
        yield return Case("CheckoutOptions.MerchantId is not a number of 10 or 15 digits", options => options.MerchantId = "١٢٣٤٥٦٧٨٩٠");
        yield return Case("CheckoutOptions.MerchantKey begins or ends with white space", options => options.MerchantKey = "top-secret\n");
        yield return Case("CheckoutOptions.MerchantKey begins or ends with white space", options => options.MerchantKey = " top-secret");
        yield return Case("CheckoutOptions.AdditionalMerchantKeys has a key that begins or ends with white space", options => options.AdditionalMerchantKeys.Add("top-secret "));
    }

    [TestCaseSource(nameof(Doubtful))]
    public void NewClient_DoubtfulOption_LogsAWarningWithoutTheValue(string warning, Action<CheckoutOptions> change)
    {
        var log = new FakeLogCollector();
        var options = TestMerchant.Options();
        options.LoggerFactory = log.CreateFactory();
        change(options);

        using var client = new CheckoutClient(options);

        Assert.That(log.GetLines(), Has.Count.EqualTo(1));
        Assert.That(log.GetLines()[0], Does.StartWith($"Warning 110 {warning}").And.Not.Contains("top-secret").And.Not.Contains("key-of-the"));
    }

    [TestCase("1234567890")]
    [TestCase("123456789012345")]
    public void NewClient_PlausibleOptions_LogsNothing(string merchantId)
    {
        var log = new FakeLogCollector();
        var options = TestMerchant.Options();
        options.LoggerFactory = log.CreateFactory();
        options.MerchantId = merchantId;

        using var client = new CheckoutClient(options);

        Assert.That(log.GetLines(), Is.Empty);
    }

    [TestCase("Production", 0)]
    [TestCase("https://gateway.test/", 0)]
    [TestCase("", 1)]
    [TestCase(null, 1)]
    public async Task StartAsync_EnvironmentOfTheConfiguration_IsMissedOnce(string? environment, int warnings)
    {
        var log = new FakeLogCollector();
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Logging.AddCollector(log);
        builder.Services.AddGoogleCheckout(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["GoogleCheckout:MerchantId"] = TestMerchant.Id,
            ["GoogleCheckout:MerchantKey"] = TestMerchant.Key,
            ["GoogleCheckout:Environment"] = environment,
        }).Build());
        using var host = builder.Build();

        await host.StartAsync();
        _ = host.Services.GetRequiredService<IOptions<CheckoutOptions>>().Value;
        _ = host.Services.GetRequiredService<CheckoutClient>();

        Assert.That(log.GetSnapshot().Where(entry => entry.Id.Id == 110).Select(entry => entry.Message), Has.Exactly(warnings).StartsWith(
            "GoogleCheckout:Environment is not set, so requests go to https://checkout.google.com/api/checkout/v2/, where no service has responded since 2013-11-20."));
    }

    [Test]
    public void NewClient_EnvironmentLeftOut_LogsAWarning()
    {
        var log = new FakeLogCollector();

        using var client = new CheckoutClient(new CheckoutOptions { MerchantId = TestMerchant.Id, MerchantKey = TestMerchant.Key, LoggerFactory = log.CreateFactory() });

        Assert.That(log.GetLines().Single(), Does.StartWith("Warning 110 CheckoutOptions.Environment is not set, so requests go to https://checkout.google.com/"));
    }

    private static TestCaseData Case(string warning, Action<CheckoutOptions> change) => new(warning, change);
}
