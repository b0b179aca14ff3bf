using System.Data.Common;
using GoogleCheckout.Inbox.Options;
using GoogleCheckout.Inbox.Polling;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NUnit.Framework;

namespace GoogleCheckout.Inbox.Hosting;

/// <summary>The options of the inbox and of polling in the configuration.</summary>
public sealed class InboxConfigurationTests
{
    private static readonly DbDataSource Sqlite = SqliteFactory.Instance.CreateDataSource("Data Source=never-opened.db");

    [Test]
    public void Options_OfTheConfiguration_ApplyBeforeThoseInCode()
    {
        using var provider = Services(
            ("GoogleCheckout:Inbox:Mode", "queued"),
            ("GoogleCheckout:Inbox:TablePrefix", "shop_"),
            ("GoogleCheckout:Inbox:CreateSchema", "false"),
            ("GoogleCheckout:Inbox:PrepareStatements", "false"),
            ("GoogleCheckout:Inbox:DeduplicationRetention", "500.00:00:00"),
            ("GoogleCheckout:Inbox:PayloadRetention", "1.00:00:00"),
            ("GoogleCheckout:Inbox:HandlerTimeout", "00:01:00"),
            ("GoogleCheckout:Inbox:Workers", "2"),
            ("GoogleCheckout:Inbox:PollInterval", "00:00:05"),
            ("GoogleCheckout:Inbox:MaxAttempts", "3"),
            ("GoogleCheckout:Inbox:RetryDelay", "00:00:03"),
            ("GoogleCheckout:Inbox:MaxRetryDelay", "00:00:30"),
            ("GoogleCheckout:Polling:Source", "History"),
            ("GoogleCheckout:Polling:Interval", "00:15:00"),
            ("GoogleCheckout:Polling:LookBack", "2.00:00:00"),
            ("GoogleCheckout:Polling:MaxRetryDelay", "02:00:00")).BuildServiceProvider();

        var inbox = provider.GetRequiredService<IOptions<NotificationInboxOptions>>().Value;
        var polling = provider.GetRequiredService<IOptionsMonitor<NotificationPollingOptions>>().CurrentValue;

        Assert.Multiple(() =>
        {
            Assert.That(inbox.Mode, Is.EqualTo(NotificationInboxMode.Queued));
            Assert.That(inbox.TablePrefix, Is.EqualTo("shop_"));
            Assert.That(inbox.CreateSchema, Is.False);
            Assert.That(inbox.PrepareStatements, Is.False);
            Assert.That(inbox.DeduplicationRetention, Is.EqualTo(TimeSpan.FromDays(500)));
            Assert.That(inbox.PayloadRetention, Is.EqualTo(TimeSpan.FromDays(1)));
            Assert.That(inbox.HandlerTimeout, Is.EqualTo(TimeSpan.FromMinutes(1)));
            Assert.That(inbox.Workers, Is.EqualTo(7), "code takes precedence");
            Assert.That(inbox.PollInterval, Is.EqualTo(TimeSpan.FromSeconds(5)));
            Assert.That(inbox.MaxAttempts, Is.EqualTo(3));
            Assert.That(inbox.RetryDelay, Is.EqualTo(TimeSpan.FromSeconds(3)));
            Assert.That(inbox.MaxRetryDelay, Is.EqualTo(TimeSpan.FromSeconds(30)));
            Assert.That(polling.Source, Is.EqualTo(NotificationSource.History));
            Assert.That(polling.Interval, Is.EqualTo(TimeSpan.FromMinutes(15)));
            Assert.That(polling.LookBack, Is.EqualTo(TimeSpan.FromDays(2)));
            Assert.That(polling.MaxRetryDelay, Is.EqualTo(TimeSpan.FromHours(2)));
        });
    }

    [Test]
    public void Settings_ComparedWithTheOptions_HaveEachThatIsNoDelegate()
    {
        Assert.That(InboxSettings.All.Select(setting => setting.Key), Is.EquivalentTo(Options(typeof(NotificationInboxOptions))));
        Assert.That(PollingSettings.All.Select(setting => setting.Key), Is.EquivalentTo(Options(typeof(NotificationPollingOptions))));

        static IEnumerable<string> Options(Type type) =>
            type.GetProperties().Where(option => option.CanWrite && !typeof(Delegate).IsAssignableFrom(option.PropertyType)).Select(option => option.Name);
    }

    [TestCase("Inbox:Worker", "4", "is not a setting of Google Checkout. Did you mean GoogleCheckout:Inbox:Workers?")]
    [TestCase("Inbox:Mode", "Later", "must be Inline or Queued.")]
    [TestCase("Inbox:Mode", "1", "must be Inline or Queued.")]
    [TestCase("Inbox:HandlerTimeout", "300", "must be a time span")]
    [TestCase("Inbox:PollInterval", "0", "must be a time span")]
    [TestCase("Inbox:MaxAttempts", "0", "must be at least 1.")]
    [TestCase("Inbox:MaxAttempts", "many", "must be a whole number")]
    [TestCase("Inbox:TablePrefix", "Shop", "must be a lower-case letter or underscore")]
    [TestCase("Inbox:DeduplicationRetention", "30.00:00:00", "must be at least 450 days")]
    [TestCase("Inbox:PayloadRetention", "-00:00:01", "must not be negative")]
    [TestCase("Polling:Interval", "600", "must be a time span")]
    [TestCase("Polling:Source", "Both", "must be Polling or History.")]
    [TestCase("Polling:LookBack", "00:01:00", "must be at least 35 minutes and at most 179 days")]
    [TestCase("Polling:Intervall", "00:10:00", "is not a setting of Google Checkout. Did you mean GoogleCheckout:Polling:Interval?")]
    public void StartAsync_WrongSetting_NamesTheKey(string key, string value, string message) =>
        Assert.That(Failures(Services(($"GoogleCheckout:{key}", value))).Single(), Does.StartWith($"GoogleCheckout:{key} {message}"));

    [Test]
    public void StartAsync_NamedMerchant_PollsWithItsSection()
    {
        var configuration = Configuration(("Merchants:Teas:MerchantId", "1234567890"), ("Merchants:Teas:MerchantKey", "k"), ("Merchants:Teas:Polling:Interval", "0"));
        var services = new ServiceCollection();
        services.AddGoogleCheckout("teas", configuration.GetSection("Merchants:Teas"));
        services.AddNotificationPolling("teas");

        Assert.That(Failures(services).Single(), Does.StartWith("Merchants:Teas:Polling:Interval must be a time span"));
    }

    [Test]
    public void Options_OfSeveralMerchants_AreReadFromTheHostsConfiguration()
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(Configuration(("GoogleCheckout:Inbox:Workers", "9")));
        services.AddGoogleCheckout("teas", options => (options.MerchantId, options.MerchantKey) = ("1234567890", "k"));
        services.AddNotificationInbox(Sqlite);
        using var provider = services.BuildServiceProvider();

        Assert.That(provider.GetRequiredService<IOptions<NotificationInboxOptions>>().Value.Workers, Is.EqualTo(9));
    }

    private static ServiceCollection Services(params (string Key, string Value)[] settings)
    {
        var services = new ServiceCollection();
        services.AddGoogleCheckout(Configuration([("GoogleCheckout:MerchantId", "1234567890"), ("GoogleCheckout:MerchantKey", "k"), ("GoogleCheckout:Environment", "Sandbox"), .. settings]));
        services.AddNotificationInbox(Sqlite, options => options.Workers = 7);
        services.AddNotificationPolling();
        return services;
    }

    private static IConfigurationRoot Configuration(params (string Key, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => new KeyValuePair<string, string?>(setting.Key, setting.Value))).Build();

    private static IEnumerable<string> Failures(IServiceCollection services)
    {
        using var provider = services.BuildServiceProvider();
        var thrown = Assert.Catch<Exception>(() => provider.GetRequiredService<IStartupValidator>().Validate());
        return thrown is AggregateException several
            ? several.InnerExceptions.Cast<OptionsValidationException>().SelectMany(each => each.Failures)
            : ((OptionsValidationException)thrown!).Failures;
    }
}
