using GoogleCheckout.Sandbox;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace PollingWorker;

/// <summary>The other side of the wire, for a program that is no merchant's yet.</summary>
internal static class DevelopmentSandbox
{
    /// <summary>Starts a sandbox and makes the program its merchant.</summary>
    /// <returns>The sandbox; null where a merchant is configured.</returns>
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
