using GoogleCheckout.Orders;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace GoogleCheckout.DependencyInjection;

/// <summary>Sets the options of a merchant's reconciler from the merchant's section of the configuration, before those in code.</summary>
internal sealed class ReconcilerConfiguration(IServiceProvider provider) : IConfigureNamedOptions<OrderReconcilerOptions>
{
    public void Configure(string? name, OrderReconcilerOptions options)
    {
        options.TimeProvider = provider.GetService<TimeProvider>() ?? options.TimeProvider;
        if (FindSection(name ?? string.Empty) is { } section)
        {
            options.Origin.Read(section.GetSection(CheckoutConfiguration.Reconciliation), options);
        }
    }

    public void Configure(OrderReconcilerOptions options) => Configure(Options.DefaultName, options);

    private IConfiguration? FindSection(string merchant) => merchant.Length == 0
        ? CheckoutConfiguration.FindProgramSection(provider)
        : provider.GetKeyedService<IConfiguration>(CheckoutConfiguration.GetClientName(merchant));
}
