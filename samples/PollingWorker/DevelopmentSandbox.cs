using GoogleCheckout.Sandbox;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace PollingWorker;

/// <summary>Starts a sandbox for the program if no merchant is configured.</summary>
internal static class DevelopmentSandbox
{
    /// <summary>Starts a sandbox and registers the program as its merchant, if no merchant is configured.</summary>
    /// <returns>The sandbox; null if a merchant is configured.</returns>
    public static async Task<CheckoutSandbox?> AddSandboxUnlessConfiguredAsync(this IHostApplicationBuilder builder)
    {
        if (builder.Configuration.GetSection("GoogleCheckout").Exists())
        {
            return null;
        }

        var sandbox = await CheckoutSandbox.StartAsync();
        builder.Services.AddSingleton(sandbox);
        builder.Services.AddHostedService<SandboxBuyers>();
        builder.Services.AddGoogleCheckout(sandbox.Configure);
        return sandbox;
    }
}
