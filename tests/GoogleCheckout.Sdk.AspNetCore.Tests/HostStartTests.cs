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

/// <summary>A program that cannot authenticate callbacks, or would lose them, does not start.</summary>
public class HostStartTests
{
    [TestCase(null, "key", "MerchantId is missing")]
    [TestCase("1234567890", null, "MerchantKey is missing")]
    [TestCase("1234567890", " ", "MerchantKey is missing")]
    [TestCase("12:34", "key", "MerchantId must not contain a colon")]
    public void Program_WithoutCredentials_DoesNotStart(string? id, string? key, string error)
    {
        Assert.That(
            async () => await StartAsync(new() { ["GoogleCheckout:MerchantId"] = id, ["GoogleCheckout:MerchantKey"] = key, ["GoogleCheckout:Environment"] = "Sandbox" }),
            Throws.TypeOf<OptionsValidationException>().With.Message.Contains(error));
    }

    [Test]
    public void Program_WithoutSettings_DoesNotStart()
    {
        Assert.That(async () => await StartAsync([]), Throws.TypeOf<OptionsValidationException>().With.Message.Contains("MerchantId is missing").And.Message.Contains("MerchantKey is missing"));
    }

    [Test]
    public void Program_WithoutMerchant_DoesNotStart()
    {
        Assert.That(
            async () => await StartAsync(null, services => services.AddNotificationHandler<DelegateNotificationHandler>()),
            Throws.InvalidOperationException.With.Message.Contains("AddGoogleCheckout"));
    }

    [Test]
    public void Program_WithoutHandler_DoesNotStart()
    {
        Assert.That(
            async () => await StartAsync(null, services => services.AddGoogleCheckout(ShopSite.SetMerchant)),
            Throws.InvalidOperationException.With.Message.Contains("AddNotificationHandler"));
    }

    [Test]
    public void Program_WithInvalidOption_DoesNotStart()
    {
        Assert.That(
            async () => await StartAsync(null, services =>
            {
                services.AddNotificationHandler<DelegateNotificationHandler>().Configure<CallbackOptions>(options => options.MaxConcurrentFetches = 0);
                services.AddGoogleCheckout(ShopSite.SetMerchant);
            }),
            Throws.TypeOf<OptionsValidationException>().With.Message.Contains("CallbackOptions.MaxConcurrentFetches must be more than zero"));
    }

    private static Task StartAsync(Dictionary<string, string?> settings) =>
        StartAsync(settings, services => services.AddNotificationHandler<DelegateNotificationHandler>());

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
