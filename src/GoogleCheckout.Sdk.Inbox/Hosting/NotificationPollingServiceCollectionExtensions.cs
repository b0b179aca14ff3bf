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

/// <summary>Registers the sources of notifications other than callbacks: polling and the replay of archives.</summary>
public static class NotificationPollingServiceCollectionExtensions
{
    /// <summary>
    /// Polls the notifications of the only merchant while the host runs, and passes them to the handlers through the inbox. If
    /// the service sends callbacks as well, each notification is still handled once. The host does not start unless an inbox, a
    /// handler and the merchant are registered. Another call only adds <paramref name="configure"/>.
    /// </summary>
    /// <param name="services">The container.</param>
    /// <param name="configure">Sets options; null for the defaults. The host checks the options when it starts.</param>
    /// <returns>The same services, for chaining.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> is null.</exception>
    public static IServiceCollection AddNotificationPolling(this IServiceCollection services, Action<NotificationPollingOptions>? configure = null) =>
        Add(services, Options.Options.DefaultName, configure);

    /// <summary>Polls the notifications of one of several merchants. Another call with the same name only adds <paramref name="configure"/>.</summary>
    /// <param name="services">The container.</param>
    /// <param name="merchant">The merchant's name in <c>AddGoogleCheckout</c>.</param>
    /// <param name="configure">Sets options; null for the defaults. The host checks the options when it starts.</param>
    /// <returns>The same services, for chaining.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> or <paramref name="merchant"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="merchant"/> is empty.</exception>
    public static IServiceCollection AddNotificationPolling(this IServiceCollection services, string merchant, Action<NotificationPollingOptions>? configure = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(merchant);
        return Add(services, merchant, configure);
    }

    /// <summary>Registers <see cref="NotificationReplay"/>, which needs an inbox and at least one handler.</summary>
    /// <param name="services">The container.</param>
    /// <returns>The same services, for chaining.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> is null.</exception>
    public static IServiceCollection AddNotificationReplay(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddConfiguration<IConfigureOptions<NotificationInboxOptions>>();
        services.AddOptions<NotificationInboxOptions>();
        services.TryAddSingleton(provider =>
        {
            _ = GetTokenStore(provider);
            var deduplicationRetention = provider.GetRequiredService<IOptions<NotificationInboxOptions>>().Value.DeduplicationRetention;
            return new NotificationReplay(GetReceiver(provider), merchant => IsRegistered(provider, merchant), deduplicationRetention, GetTimeProvider(provider), GetLogger(provider));
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
            services.AddConfiguration<IConfigureOptions<NotificationPollingOptions>>();
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
        var (client, time, logger) = (GetClient(provider, merchant), GetTimeProvider(provider), GetLogger(provider));
        INotificationPollingSource source = options.Source == NotificationSource.History ? new HistoryPollingSource(client, time) : new TokenPollingSource(client, time);
        var poller = new NotificationPoller(merchant, source, GetReceiver(provider), new PollingCursors(GetTokenStore(provider), merchant), options, time, logger);
        return new PollingService(merchant, poller, options, time, logger);
    }

    private static CheckoutClient GetClient(IServiceProvider provider, string merchant) =>
        !IsRegistered(provider, merchant) ? throw new InvalidOperationException(PollingErrors.NoMerchant(merchant))
        : merchant.Length == 0 ? provider.GetRequiredService<CheckoutClient>()
        : provider.GetRequiredKeyedService<CheckoutClient>(merchant);

    private static bool IsRegistered(IServiceProvider provider, string merchant)
    {
        var services = provider.GetRequiredService<IServiceProviderIsKeyedService>();
        return merchant.Length == 0 ? services.IsService(typeof(CheckoutClient)) : services.IsKeyedService(typeof(CheckoutClient), merchant);
    }

    // Only this package's inboxes keep tokens; another INotificationInbox does not.
    private static IContinueTokenStore GetTokenStore(IServiceProvider provider) =>
        provider.GetService<IContinueTokenStore>() ?? throw new InvalidOperationException(PollingErrors.NoInbox);

    // The first AddNotificationHandler call registers the receiver.
    private static NotificationReceiver GetReceiver(IServiceProvider provider) =>
        provider.GetService<NotificationReceiver>() ?? throw new InvalidOperationException(PollingErrors.NoHandler);

    private static ILogger GetLogger(IServiceProvider provider) => provider.GetService<ILoggerFactory>()?.CreateLogger(PollingLog.Category) ?? NullLogger.Instance;

    private static TimeProvider GetTimeProvider(IServiceProvider provider) => provider.GetService<TimeProvider>() ?? TimeProvider.System;

    /// <summary>A merchant whose notifications are polled.</summary>
    private sealed record Registration(string Merchant);
}
