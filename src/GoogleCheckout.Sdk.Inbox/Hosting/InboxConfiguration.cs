using GoogleCheckout.Inbox.Polling;
using GoogleCheckout.Outbox;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace GoogleCheckout.Inbox.Hosting;

/// <summary>Sets the options of the inbox, the outbox and of polling from the configuration, before those in code.</summary>
internal sealed class InboxConfiguration(IServiceProvider provider) : IConfigureOptions<NotificationInboxOptions>, IConfigureOptions<CheckoutOutboxOptions>, IConfigureNamedOptions<NotificationPollingOptions>
{
    private const string Product = "GoogleCheckout";

    public void Configure(NotificationInboxOptions options)
    {
        if (FindSection(string.Empty) is { } section)
        {
            options.Origin.Read(section.GetSection("Inbox"), options);
        }
    }

    public void Configure(CheckoutOutboxOptions options)
    {
        if (FindSection(string.Empty) is { } section)
        {
            options.Origin.Read(section.GetSection("Outbox"), options);
        }
    }

    public void Configure(string? name, NotificationPollingOptions options)
    {
        if (FindSection(name ?? string.Empty) is { } section)
        {
            options.Origin.Read(section.GetSection("Polling"), options);
        }
    }

    public void Configure(NotificationPollingOptions options) => Configure(Microsoft.Extensions.Options.Options.DefaultName, options);

    /// <summary>Returns the section that AddGoogleCheckout registered for a merchant; for the only one, otherwise that of the host's configuration.</summary>
    private IConfiguration? FindSection(string merchant) => merchant.Length == 0
        ? provider.GetKeyedService<IConfiguration>(Product) ?? provider.GetService<IConfiguration>()?.GetSection(Product)
        : provider.GetKeyedService<IConfiguration>($"{Product}:{merchant}");
}
