using GoogleCheckout.Callbacks;
using GoogleCheckout.Notifications;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NUnit.Framework;

namespace GoogleCheckout.AspNetCore;

/// <summary>A program that could not tell forged callbacks from genuine ones, or would lose them, does not start.</summary>
public class StartTests
{
    [TestCase(null, "key", "MerchantId is missing")]
    [TestCase("1234567890", null, "MerchantKey is missing")]
    [TestCase("1234567890", " ", "MerchantKey is missing")]
    [TestCase("12:34", "key", "MerchantId must not contain a colon")]
    public void Program_WithoutCredentials_DoesNotStart(string? id, string? key, string fault)
    {
        Assert.That(
            async () => await StartAsync(new() { ["GoogleCheckout:MerchantId"] = id, ["GoogleCheckout:MerchantKey"] = key, ["GoogleCheckout:Environment"] = "Sandbox" }),
            Throws.TypeOf<OptionsValidationException>().With.Message.Contains(fault));
    }

    [Test]
    public void Program_WithoutAnySettings_DoesNotStart()
    {
        Assert.That(async () => await StartAsync([]), Throws.TypeOf<OptionsValidationException>().With.Message.Contains("MerchantId is missing").And.Message.Contains("MerchantKey is missing"));
    }

    [Test]
    public void Program_WithoutAnyMerchant_DoesNotStart()
    {
        Assert.That(
            async () => await StartAsync(null, services => services.AddNotificationHandler<ToldHandler>()),
            Throws.InvalidOperationException.With.Message.Contains("AddGoogleCheckout"));
    }

    [Test]
    public void Program_WithoutAnyHandler_DoesNotStart()
    {
        Assert.That(
            async () => await StartAsync(null, services => services.AddGoogleCheckout(ShopSite.SetMerchant)),
            Throws.InvalidOperationException.With.Message.Contains("AddNotificationHandler"));
    }

    [Test]
    public void Program_WithAFaultyOption_DoesNotStart()
    {
        Assert.That(
            async () => await StartAsync(null, services =>
            {
                services.AddNotificationHandler<ToldHandler>().Configure<CallbackOptions>(options => options.MaxConcurrentFetches = 0);
                services.AddGoogleCheckout(ShopSite.SetMerchant);
            }),
            Throws.TypeOf<OptionsValidationException>().With.Message.Contains("CallbackOptions.MaxConcurrentFetches must be more than zero"));
    }

    private static Task StartAsync(Dictionary<string, string?> settings) =>
        StartAsync(settings, services => services.AddNotificationHandler<ToldHandler>());

    private static async Task StartAsync(Dictionary<string, string?>? settings, Action<IServiceCollection> register)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        if (settings is not null)
        {
            builder.Configuration.AddInMemoryCollection(settings);
            builder.Services.AddGoogleCheckout(builder.Configuration);
        }

        register(builder.Services);
        await using var app = builder.Build();
        app.MapGoogleCheckout(ShopSite.Path);
        await app.StartAsync();
    }
}
