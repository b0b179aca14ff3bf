using GoogleCheckout.Client;
using GoogleCheckout.Orders;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NUnit.Framework;

namespace GoogleCheckout.DependencyInjection;

/// <summary>The reconciler in a container: one for each client, with the options of its merchant.</summary>
public class ReconcilerRegistrationTests
{
    [Test]
    public async Task AddGoogleCheckout_OneMerchant_RegistersAReconciler()
    {
        var services = new ServiceCollection();
        services.AddGoogleCheckout(TestMerchant.Configure);
        await using var provider = services.BuildServiceProvider(validateScopes: true);

        Assert.That(provider.GetRequiredService<OrderReconciler>(), Is.SameAs(provider.GetRequiredService<OrderReconciler>()));
    }

    [Test]
    public async Task AddGoogleCheckout_SeveralMerchants_RegistersAReconcilerOfEach()
    {
        var services = new ServiceCollection();
        services.AddGoogleCheckout("us", TestMerchant.Configure);
        services.AddGoogleCheckout("uk", TestMerchant.Configure);
        await using var provider = services.BuildServiceProvider();

        Assert.That(provider.GetRequiredKeyedService<OrderReconciler>("us"), Is.Not.SameAs(provider.GetRequiredKeyedService<OrderReconciler>("uk")));
    }

    [TestCase("", "GoogleCheckout:Reconciliation:SettleTime", "00:00:07", 7)]
    [TestCase("uk", "uk:Reconciliation:SettleTime", "00:00:07", 7)]
    [TestCase("", "GoogleCheckout:Reconciliation:PollInterval", "00:00:01", 30)]
    public async Task Options_FromTheConfiguration_AreTheMerchants(string merchant, string key, string value, int seconds)
    {
        var section = merchant.Length == 0 ? "GoogleCheckout" : merchant;
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new(key, value), new($"{section}:MerchantId", TestMerchant.Id), new($"{section}:MerchantKey", TestMerchant.Key)]).Build();
        var services = new ServiceCollection();
        _ = merchant.Length == 0 ? services.AddGoogleCheckout(configuration) : services.AddGoogleCheckout(merchant, configuration.GetSection(section));
        await using var provider = services.BuildServiceProvider();

        Assert.That(provider.GetRequiredService<IOptionsMonitor<OrderReconcilerOptions>>().Get(merchant).SettleTime, Is.EqualTo(TimeSpan.FromSeconds(seconds)));
        Assert.That(provider.GetRequiredService<IOptionsMonitor<CheckoutOptions>>().Get(merchant).MerchantId, Is.EqualTo(TestMerchant.Id));
    }

    [Test]
    public async Task Options_Invalid_ThrowWithTheConfigurationKey()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("GoogleCheckout:Reconciliation:Timeout", "00:00:10"), new("GoogleCheckout:Reconciliation:SetleTime", "1")]).Build();
        var services = new ServiceCollection();
        services.AddGoogleCheckout(configuration);
        await using var provider = services.BuildServiceProvider();

        var error = Assert.Throws<OptionsValidationException>(() => _ = provider.GetRequiredService<IOptions<OrderReconcilerOptions>>().Value)!;

        Assert.That(error.Failures, Is.EqualTo(new[]
        {
            "GoogleCheckout:Reconciliation:SetleTime is not a setting of Google Checkout. Did you mean GoogleCheckout:Reconciliation:SettleTime?",
            "GoogleCheckout:Reconciliation:Timeout must be more than SettleTime and PollInterval together, because no command could be sent again otherwise.",
        }));
    }

    [Test]
    public async Task Clock_OfTheContainer_IsUsed()
    {
        var services = new ServiceCollection();
        var clock = new WaitSkippingTimeProvider();
        services.AddSingleton<TimeProvider>(clock);
        services.AddGoogleCheckout(TestMerchant.Configure);
        await using var provider = services.BuildServiceProvider();

        Assert.That(provider.GetRequiredService<IOptions<OrderReconcilerOptions>>().Value.TimeProvider, Is.SameAs(clock));
    }
}
