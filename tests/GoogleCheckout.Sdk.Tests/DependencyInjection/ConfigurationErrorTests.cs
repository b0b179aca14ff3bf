using GoogleCheckout.Callbacks;
using GoogleCheckout.Client;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using NUnit.Framework;

namespace GoogleCheckout.DependencyInjection;

/// <summary>What a host says at start about settings that are wrong: the key as it was written, and what to write.</summary>
public class ConfigurationErrorTests
{
    [TestCase("GoogleCheckout:MerchantKeys", "x", "GoogleCheckout:MerchantKeys is not a setting of Google Checkout. Did you mean GoogleCheckout:MerchantKey?")]
    [TestCase("GoogleCheckout:Enviroment", "Sandbox", "GoogleCheckout:Enviroment is not a setting of Google Checkout. Did you mean GoogleCheckout:Environment?")]
    [TestCase("GoogleCheckout:ClientCertificate", "a.pfx", "GoogleCheckout:ClientCertificate is not a setting of Google Checkout. Did you mean GoogleCheckout:ClientCertificate:Path?")]
    [TestCase("GoogleCheckout:Callback:RequireHttps", "true", "GoogleCheckout:Callback:RequireHttps is not a setting of Google Checkout. Did you mean GoogleCheckout:Callbacks:RequireHttps?")]
    [TestCase("GoogleCheckout:Colour", "red", "GoogleCheckout:Colour is not a setting of Google Checkout. Valid keys: MerchantId, MerchantKey,")]
    [TestCase("GoogleCheckout:timeout", "60", "GoogleCheckout:timeout must be a time span in days.hours:minutes:seconds, for example 00:01:00 for a minute")]
    [TestCase("GoogleCheckout:Timeout", "24:00:00", "GoogleCheckout:Timeout must be a time span")]
    [TestCase("GoogleCheckout:Timeout", "00:00:00", "GoogleCheckout:Timeout must be more than zero and at most 24 days")]
    [TestCase("GoogleCheckout:Donations", "perhaps", "GoogleCheckout:Donations must be true or false.")]
    [TestCase("GoogleCheckout:Environment", "http://gateway.test/", "GoogleCheckout:Environment must be Production, Sandbox or an absolute https address")]
    [TestCase("GoogleCheckout:MerchantId", "12:34", "GoogleCheckout:MerchantId must not contain a colon")]
    [TestCase("GoogleCheckout:AdditionalMerchantKeys:0", " ", "GoogleCheckout:AdditionalMerchantKeys:0 contains an empty key.")]
    [TestCase("GoogleCheckout:ClientCertificate:Password", "secret", "GoogleCheckout:ClientCertificate:Password is set, but GoogleCheckout:ClientCertificate:Path is not.")]
    [TestCase("GoogleCheckout:ClientCertificate:Thumbprint", "AB", "GoogleCheckout:ClientCertificate:Thumbprint: the store My of the user or the machine has no certificate with the thumbprint AB")]
    public async Task StartAsync_WrongSetting_NamesTheKeyAndWhatToWrite(string key, string value, string message)
    {
        var failures = await StartAsync(services => services.AddGoogleCheckout(Configuration((key, value))));

        Assert.That(failures.Single(), Does.StartWith(message));
    }

    [TestCase("MaxBodyBytes", "10MB", "must be a whole number")]
    [TestCase("MaxBodyBytes", "0", "must be more than zero")]
    [TestCase("MaxConcurrentFetches", "-1", "must be more than zero")]
    [TestCase("BodyTimeout", "10", "must be a time span")]
    [TestCase("FetchTimeout", "2.00:00:00", "must be more than zero and at most one day")]
    [TestCase("RequireHttps", "yes", "must be true or false")]
    [TestCase("RequireHttp", "true", "is not a setting of Google Checkout. Did you mean GoogleCheckout:Callbacks:RequireHttps?")]
    public async Task StartAsync_WrongCallbackSetting_NamesTheKey(string key, string value, string message)
    {
        var failures = await StartAsync(services =>
        {
            services.AddGoogleCheckout(Configuration(($"GoogleCheckout:Callbacks:{key}", value)));
            services.AddCallbacks();
        });

        Assert.That(failures.Single(), Does.StartWith($"GoogleCheckout:Callbacks:{key} {message}"));
    }

    [Test]
    public async Task StartAsync_NamedMerchant_NamesItsSection()
    {
        var failures = await StartAsync(services => services.AddGoogleCheckout("teas", new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Merchants:Teas:MerchantKey"] = "top-secret",
            ["Merchants:Teas:Timeout"] = "soon",
            ["Merchants:Teas:ClientCertificate:Pfx"] = "top-secret",
            ["Merchants:Teas:Callbacks:RequireHttps"] = "true",
            ["Merchants:Teas:Inbox:Workers"] = "4",
            ["Merchants:Teas:Polling:Interval"] = "00:10:00",
        }).Build().GetSection("Merchants:Teas")));

        Assert.Multiple(() =>
        {
            Assert.That(failures, Has.One.StartsWith("Merchants:Teas:MerchantId is missing."));
            Assert.That(failures, Has.One.StartsWith("Merchants:Teas:Timeout must be a time span"));
            Assert.That(failures, Has.One.EqualTo("Merchants:Teas:ClientCertificate:Pfx is not a setting of Google Checkout. Did you mean Merchants:Teas:ClientCertificate:Path?"));
            Assert.That(failures, Has.One.EqualTo("Merchants:Teas:Callbacks:RequireHttps is not a setting of one merchant, because it applies to all. Write GoogleCheckout:Callbacks:RequireHttps."));
            Assert.That(failures, Has.One.EqualTo("Merchants:Teas:Inbox:Workers is not a setting of one merchant, because it applies to all. Write GoogleCheckout:Inbox:Workers."));
            Assert.That(failures, Has.Count.EqualTo(5));
            Assert.That(failures, Has.None.Contains("top-secret"));
        });
    }

    [Test]
    public async Task StartAsync_SetInCode_NamesThePropertyAndTheMerchant()
    {
        var failures = await StartAsync(services =>
        {
            services.AddGoogleCheckout(Configuration(("GoogleCheckout:Timeout", "00:00:30")));
            services.AddGoogleCheckout(options => options.Timeout = TimeSpan.Zero);
            services.AddGoogleCheckout("teas", options => options.MerchantId = "1:2");
        });

        Assert.Multiple(() =>
        {
            Assert.That(failures, Has.One.StartsWith("CheckoutOptions.Timeout must be"), "code replaced the value of the configuration");
            Assert.That(failures, Has.One.StartsWith("CheckoutOptions.MerchantId of merchant 'teas' must not contain a colon"));
            Assert.That(failures, Has.One.StartsWith("CheckoutOptions.MerchantKey of merchant 'teas' is missing."));
            Assert.That(failures, Has.Count.EqualTo(3));
        });
    }

    [Test]
    public async Task StartAsync_WrongValueReplacedInCode_Starts()
    {
        var failures = await StartAsync(services =>
        {
            services.AddGoogleCheckout(Configuration(("GoogleCheckout:Environment", "soon"), ("GoogleCheckout:ClientCertificate:Path", "nowhere.pfx")));
            services.AddGoogleCheckout(options =>
            {
                options.Environment = CheckoutEnvironment.ForBaseAddress(TestMerchant.BaseAddress);
                options.ClientCertificatePath = null;
            });
        });

        Assert.That(failures, Is.Empty);
    }

    [TestCase("GoogleChekout", "The configuration has no section GoogleCheckout, but one named GoogleChekout: rename it.")]
    [TestCase("Google-Checkout", "The configuration has no section GoogleCheckout, but one named Google-Checkout: rename it.")]
    [TestCase("Shop", "The configuration has no section GoogleCheckout: check its name, and the file or the environment from which it is read.")]
    public async Task StartAsync_WithoutTheSection_SaysWhatToWrite(string section, string message)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["PATH"] = "/usr/bin",
            ["MerchantId"] = "of another program",
            [$"{section}:MerchantId"] = TestMerchant.Id,
            [$"{section}:MerchantKey"] = TestMerchant.Key,
        }).Build();

        var failures = await StartAsync(services => services.AddGoogleCheckout(configuration));

        Assert.That(failures[0], Is.EqualTo(message));
        Assert.That(failures.Skip(1).Select(failure => failure.Split('.')[0]), Is.EqualTo(new[] { "GoogleCheckout:MerchantId is missing", "GoogleCheckout:MerchantKey is missing" }));
    }

    [TestCase("MerchantId")]
    [TestCase("MerchantKey")]
    [TestCase("MERCHANTID")]
    [TestCase("Environment")]
    public void AddGoogleCheckout_WhenAnotherProgramsVariableHasTheName_ReadsTheSection(string variable)
    {
        var services = new ServiceCollection();
        services.AddGoogleCheckout(Configuration((variable, "of another program"), ("PATH", "/usr/bin"), ("Logging:LogLevel:Default", "Information")));
        using var provider = services.BuildServiceProvider();

        Assert.That(provider.GetRequiredService<IOptions<CheckoutOptions>>().Value.MerchantId, Is.EqualTo(TestMerchant.Id));
    }

    [Test]
    public void AddGoogleCheckout_WhenASourceIsAddedLater_ReadsTheSection()
    {
        var configuration = new ConfigurationManager();
        configuration["MerchantId"] = "of another program";
        var services = new ServiceCollection();
        services.AddGoogleCheckout(configuration);
        configuration.AddInMemoryCollection(Configuration().AsEnumerable());
        using var provider = services.BuildServiceProvider();

        Assert.That(provider.GetRequiredService<IOptions<CheckoutOptions>>().Value.MerchantKey, Is.EqualTo(TestMerchant.Key));
    }

    [Test]
    public void CallbackOptions_OfTheConfiguration_ApplyBeforeThoseInCode()
    {
        var services = new ServiceCollection();
        services.Configure<CallbackOptions>(options => options.MaxConcurrentFetches = 3);
        services.AddCallbacks();
        services.AddCallbacks();
        services.AddGoogleCheckout(Configuration(
            ("GoogleCheckout:Callbacks:RequireHttps", "false"),
            ("GoogleCheckout:Callbacks:MaxBodyBytes", "1000"),
            ("GoogleCheckout:Callbacks:CalculationTimeout", "00:00:01"),
            ("GoogleCheckout:Callbacks:MaxConcurrentFetches", "2")));
        using var provider = services.BuildServiceProvider();

        var options = provider.GetRequiredService<IOptions<CallbackOptions>>().Value;

        Assert.Multiple(() =>
        {
            Assert.That(options.RequireHttps, Is.False);
            Assert.That(options.MaxBodyBytes, Is.EqualTo(1000));
            Assert.That(options.CalculationTimeout, Is.EqualTo(TimeSpan.FromSeconds(1)));
            Assert.That(options.MaxConcurrentFetches, Is.EqualTo(3));
        });
    }

    [Test]
    public void CallbackSettings_ComparedWithTheOptions_HaveEachThatIsNoDelegate()
    {
        var options = typeof(CallbackOptions).GetProperties().Where(option => !typeof(Delegate).IsAssignableFrom(option.PropertyType)).Select(option => option.Name);

        Assert.That(CallbackSettings.All.Select(setting => setting.Key), Is.EquivalentTo(options));
    }

    [Test]
    public void CallbackOptions_WhenTheConfigurationChanges_AreReadAgain()
    {
        var configuration = Configuration(("GoogleCheckout:Callbacks:MaxBodyBytes", "1000"));
        var services = new ServiceCollection();
        services.AddGoogleCheckout(configuration);
        services.AddCallbacks();
        using var provider = services.BuildServiceProvider();
        var monitor = provider.GetRequiredService<IOptionsMonitor<CallbackOptions>>();
        Assert.That(monitor.CurrentValue.MaxBodyBytes, Is.EqualTo(1000));

        configuration["GoogleCheckout:Callbacks:MaxBodyBytes"] = "2000";
        configuration.Reload();

        Assert.That(monitor.CurrentValue.MaxBodyBytes, Is.EqualTo(2000));
    }

    [Test]
    public void CallbackOptions_OfSeveralMerchants_AreReadFromTheHostsConfiguration()
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(Configuration(("GoogleCheckout:Callbacks:BodyTimeout", "00:00:05")));
        services.AddGoogleCheckout("teas", TestMerchant.Configure);
        services.AddCallbacks();
        using var provider = services.BuildServiceProvider();

        Assert.That(provider.GetRequiredService<IOptions<CallbackOptions>>().Value.BodyTimeout, Is.EqualTo(TimeSpan.FromSeconds(5)));
    }

    [Test]
    public async Task StartAsync_RelativePath_CountsFromTheContentRoot()
    {
        var root = Path.GetTempPath();

        var failures = await StartAsync(
            services => services.AddGoogleCheckout(Configuration(("GoogleCheckout:ClientCertificate:Path", "certificates/merchant.pfx"))),
            new HostApplicationBuilderSettings { DisableDefaults = true, ContentRootPath = root });

        Assert.That(failures.Single(), Is.EqualTo($"GoogleCheckout:ClientCertificate:Path: the file {Path.Combine(root, "certificates/merchant.pfx")} does not exist. A relative path counts from the content root, {root}."));
    }

    [Test]
    public void NewClient_RelativePath_CountsFromTheCurrentDirectory()
    {
        var options = TestMerchant.Options();
        options.ClientCertificatePath = "nowhere.pfx";

        Assert.That(() => new CheckoutClient(options), Throws.ArgumentException.With.Message.StartsWith(
            $"CheckoutOptions.ClientCertificatePath: the file {Path.Combine(Directory.GetCurrentDirectory(), "nowhere.pfx")} does not exist. A relative path counts from the current directory."));
    }

    private static async Task<IReadOnlyList<string>> StartAsync(Action<IServiceCollection> register, HostApplicationBuilderSettings? settings = null)
    {
        var builder = Host.CreateEmptyApplicationBuilder(settings);
        register(builder.Services);
        using var host = builder.Build();
        try
        {
            await host.StartAsync();
            return [];
        }
        catch (OptionsValidationException e)
        {
            return [.. e.Failures];
        }
        catch (AggregateException e)
        {
            return [.. e.InnerExceptions.Cast<OptionsValidationException>().SelectMany(each => each.Failures)];
        }
    }

    /// <summary>Returns the section of a merchant, with changes.</summary>
    private static IConfigurationRoot Configuration(params (string Key, string Value)[] changes)
    {
        var values = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase)
        {
            ["GoogleCheckout:MerchantId"] = TestMerchant.Id,
            ["GoogleCheckout:MerchantKey"] = TestMerchant.Key,
            ["GoogleCheckout:Environment"] = TestMerchant.BaseAddress.AbsoluteUri,
        };
        foreach (var (key, value) in changes)
        {
            values.Remove(key);
            values[key] = value;
        }

        return new ConfigurationBuilder().AddInMemoryCollection(values).Build();
    }
}
