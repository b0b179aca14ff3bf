using GoogleCheckout;
using GoogleCheckout.Inbox;
using GoogleCheckout.Inbox.Diagnostics;
using GoogleCheckout.Inbox.Options;
using GoogleCheckout.Inbox.Polling;
using GoogleCheckout.Inbox.Storage;
using GoogleCheckout.Notifications;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers what gets notifications otherwise than by callback.</summary>
public static class NotificationPollingServiceCollectionExtensions
{
    /// <summary>
    /// Pulls the notifications of the only merchant from the service while the host runs, and hands them to the handlers through
    /// the inbox. They may be pushed as well: each is handled once. The host does not start without an inbox, a handler and the
    /// merchant. Calling it again only sets options.
    /// </summary>
    /// <param name="services">The container.</param>
    /// <param name="configure">Sets options; null for the defaults. They are checked when the host starts.</param>
    public static IServiceCollection AddNotificationPolling(this IServiceCollection services, Action<NotificationPollingOptions>? configure = null) =>
        Add(services, Options.Options.DefaultName, configure);

    /// <summary>Pulls the notifications of one of several merchants. Calling it again with the same name only sets options.</summary>
    /// <param name="services">The container.</param>
    /// <param name="merchant">The name given to <c>AddGoogleCheckout</c>.</param>
    /// <param name="configure">Sets options; null for the defaults. They are checked when the host starts.</param>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public static IServiceCollection AddNotificationPolling(this IServiceCollection services, string merchant, Action<NotificationPollingOptions>? configure = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(merchant);
        return Add(services, merchant, configure);
    }

    /// <summary>Registers <see cref="NotificationReplay"/>.</summary>
    /// <param name="services">The container.</param>
    public static IServiceCollection AddNotificationReplay(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddOptions<NotificationInboxOptions>();
        services.TryAddSingleton(provider =>
        {
            _ = TokensOf(provider);
            var deduplicationRetention = provider.GetRequiredService<IOptions<NotificationInboxOptions>>().Value.DeduplicationRetention;
            return new NotificationReplay(ReceiverOf(provider), merchant => IsRegistered(provider, merchant), deduplicationRetention, TimeOf(provider), LoggerOf(provider));
        });
        return services;
    }

    private static IServiceCollection Add(IServiceCollection services, string merchant, Action<NotificationPollingOptions>? configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        var registration = new Registration(merchant);
        if (!services.Any(service => registration.Equals(service.ImplementationInstance)))
        {
            services.AddSingleton(registration);
            services.AddOptions<NotificationPollingOptions>(merchant).ValidateOnStart();
            services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<NotificationPollingOptions>, NotificationPollingOptionsValidator>());
            services.AddSingleton<IHostedService>(provider => CreateService(provider, merchant));
        }

        services.Configure(merchant, configure ?? (_ => { }));
        return services;
    }

    private static PollingService CreateService(IServiceProvider provider, string merchant)
    {
        var options = provider.GetRequiredService<IOptionsMonitor<NotificationPollingOptions>>().Get(merchant);
        var (client, time, logger) = (ClientOf(provider, merchant), TimeOf(provider), LoggerOf(provider));
        INotificationPollingSource pull = options.Source == NotificationSource.History ? new HistoryPollingSource(client, time) : new TokenPollingSource(client, time);
        var poller = new NotificationPoller(merchant, pull, ReceiverOf(provider), new PollingCursors(TokensOf(provider), merchant), options, time, logger);
        return new PollingService(merchant, poller, options, time, logger);
    }

    private static CheckoutClient ClientOf(IServiceProvider provider, string merchant) =>
        !IsRegistered(provider, merchant) ? throw new InvalidOperationException(PollingErrors.NoMerchant(merchant))
        : merchant.Length == 0 ? provider.GetRequiredService<CheckoutClient>()
        : provider.GetRequiredKeyedService<CheckoutClient>(merchant);

    private static bool IsRegistered(IServiceProvider provider, string merchant)
    {
        var services = provider.GetRequiredService<IServiceProviderIsKeyedService>();
        return merchant.Length == 0 ? services.IsService(typeof(CheckoutClient)) : services.IsKeyedService(typeof(CheckoutClient), merchant);
    }

    // An inbox of somebody else's keeps no tokens.
    private static IContinueTokenStore TokensOf(IServiceProvider provider) =>
        provider.GetService<IContinueTokenStore>() ?? throw new InvalidOperationException(PollingErrors.NoInbox);

    // It is registered with the first handler.
    private static NotificationReceiver ReceiverOf(IServiceProvider provider) =>
        provider.GetService<NotificationReceiver>() ?? throw new InvalidOperationException(PollingErrors.NoHandler);

    private static ILogger LoggerOf(IServiceProvider provider) => provider.GetService<ILoggerFactory>()?.CreateLogger(PollingLog.Category) ?? NullLogger.Instance;

    private static TimeProvider TimeOf(IServiceProvider provider) => provider.GetService<TimeProvider>() ?? TimeProvider.System;

    /// <summary>A merchant whose notifications are pulled.</summary>
    private sealed record Registration(string Merchant);
}
