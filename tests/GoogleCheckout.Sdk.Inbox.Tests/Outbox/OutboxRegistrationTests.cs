using GoogleCheckout.Orders;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NUnit.Framework;

namespace GoogleCheckout.Outbox;

/// <summary>Registration of the outbox, its options and its handlers.</summary>
public class OutboxRegistrationTests
{
    [Test]
    public void Options_FromTheConfiguration_AreSet()
    {
        using var provider = Services(
            ("TablePrefix", "shop_"),
            ("CreateSchema", "false"),
            ("PrepareStatements", "false"),
            ("Workers", "2"),
            ("PollInterval", "00:00:05"),
            ("MaxAttempts", "3"),
            ("RetryDelay", "00:00:03"),
            ("MaxRetryDelay", "00:00:30"),
            ("PostponeDelay", "00:02:00"),
            ("AttemptTimeout", "00:20:00"),
            ("Retention", "7.00:00:00")).BuildServiceProvider();

        var options = provider.GetRequiredService<IOptions<CheckoutOutboxOptions>>().Value;

        Assert.That(
            (options.TablePrefix, options.CreateSchema, options.PrepareStatements, options.Workers, options.PollInterval, options.MaxAttempts),
            Is.EqualTo(("shop_", false, false, 2, TimeSpan.FromSeconds(5), 3)));
        Assert.That(
            (options.RetryDelay, options.MaxRetryDelay, options.PostponeDelay, options.AttemptTimeout, options.Retention),
            Is.EqualTo((TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(20), TimeSpan.FromDays(7))));
    }

    [Test]
    public void Options_Invalid_ThrowWithTheirConfigurationKeys()
    {
        using var provider = Services(("TablePrefix", "Shop"), ("Workers", "-1"), ("MaxAttempts", "0"), ("PollInterval", "00:00:00"), ("Retention", "-1.00:00:00"), ("Worker", "1")).BuildServiceProvider();

        var error = Assert.Throws<OptionsValidationException>(() => _ = provider.GetRequiredService<IOptions<CheckoutOutboxOptions>>().Value)!;

        Assert.That(error.Failures.Select(failure => failure.Split(' ')[0]), Is.EquivalentTo(new[]
        {
            "GoogleCheckout:Outbox:TablePrefix", "GoogleCheckout:Outbox:Workers", "GoogleCheckout:Outbox:MaxAttempts", "GoogleCheckout:Outbox:PollInterval", "GoogleCheckout:Outbox:Retention", "GoogleCheckout:Outbox:Worker",
        }));
    }

    [Test]
    public void AddCheckoutOutbox_AnotherDataSource_Throws()
    {
        using var source = SqliteFactory.Instance.CreateDataSource("Data Source=shop.db");
        using var other = SqliteFactory.Instance.CreateDataSource("Data Source=other.db");
        var services = new ServiceCollection().AddCheckoutOutbox(source).AddCheckoutOutbox(source);

        Assert.That(() => services.AddCheckoutOutbox(other), Throws.InvalidOperationException);
    }

    [Test]
    public void AddCheckoutOutbox_UnsupportedDatabase_Throws()
    {
        using var memory = SqliteFactory.Instance.CreateDataSource("Data Source=:memory:");

        Assert.That(() => new ServiceCollection().AddCheckoutOutbox(memory), Throws.ArgumentException.With.Message.Contains("in memory"));
    }

    [Test]
    public void AddCommandOutcomeHandler_Handler_IsRegisteredOnceForEachKind()
    {
        var services = new ServiceCollection().AddCommandOutcomeHandler<Charges>().AddCommandOutcomeHandler<Charges>();

        Assert.That(services.Select(service => service.ServiceType), Is.EqualTo(new[] { typeof(ICommandOutcomeHandler<ChargeOrderRequest>) }));
        Assert.That(() => services.AddCommandOutcomeHandler<OtherCharges>(), Throws.InvalidOperationException);
        Assert.That(() => services.AddCommandOutcomeHandler<OutboxRegistrationTests>(), Throws.ArgumentException);
    }

    private static ServiceCollection Services(params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => new KeyValuePair<string, string?>($"GoogleCheckout:Outbox:{setting.Key}", setting.Value))).Build();
        var services = new ServiceCollection();
        services.AddGoogleCheckout(configuration);
        services.AddCheckoutOutbox(SqliteFactory.Instance.CreateDataSource("Data Source=shop.db"));
        return services;
    }

    private class Charges : ICommandOutcomeHandler<ChargeOrderRequest>
    {
        public Task HandleAsync(CommandOutcome<ChargeOrderRequest> outcome, CommandOutcomeContext context, CancellationToken cancellationToken) => Task.CompletedTask;
    }

    private sealed class OtherCharges : Charges;
}
