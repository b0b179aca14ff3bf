using System.Data.Common;
using GoogleCheckout.Inbox;
using GoogleCheckout.Inbox.Diagnostics;
using GoogleCheckout.Inbox.Hosting;
using GoogleCheckout.Inbox.Inline;
using GoogleCheckout.Inbox.Options;
using GoogleCheckout.Inbox.Queue;
using GoogleCheckout.Inbox.Storage;
using GoogleCheckout.Notifications;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the inbox, by which a notification is handled once however often it comes.</summary>
public static class NotificationInboxServiceCollectionExtensions
{
    /// <summary>
    /// Registers an inbox in a database. What a handler writes in the transaction of its <see cref="NotificationContext"/> and
    /// the memory of the notification come about together or not at all.
    /// </summary>
    /// <param name="services">The container.</param>
    /// <param name="dataSource">The shop's database: PostgreSQL by Npgsql, or SQLite by Microsoft.Data.Sqlite. It is not disposed of.</param>
    /// <param name="configure">Sets options; null for the defaults.</param>
    /// <exception cref="ArgumentException">The database is neither of the two.</exception>
    /// <exception cref="InvalidOperationException">Another inbox is registered.</exception>
    public static IServiceCollection AddNotificationInbox(this IServiceCollection services, DbDataSource dataSource, Action<NotificationInboxOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(dataSource);
        _ = Dialect.Of(dataSource);
        if (services.IsFirst(new InboxRegistration(dataSource)))
        {
            services.AddOptions<NotificationInboxOptions>().ValidateOnStart();
            services.AddSingleton<IValidateOptions<NotificationInboxOptions>, NotificationInboxOptionsValidator>();
            services.AddParts(dataSource);
            services.AddHosted();
        }

        services.Configure(configure ?? (_ => { }));
        return services;
    }

    /// <summary>
    /// Registers an inbox in memory, for tests: what was handled is forgotten when the program ends, handlers get no
    /// transaction, and there is no queue. It says so in the log.
    /// </summary>
    /// <param name="services">The container.</param>
    /// <exception cref="InvalidOperationException">Another inbox is registered.</exception>
    public static IServiceCollection AddNotificationInbox(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        if (services.IsFirst(new InboxRegistration(null)))
        {
            services.AddSingleton<InMemoryInbox>();
            services.AddSingleton<INotificationInbox>(provider => provider.GetRequiredService<InMemoryInbox>());
            services.AddSingleton<IContinueTokenStore>(provider => provider.GetRequiredService<InMemoryInbox>());
            services.AddSingleton(provider => new NotificationDeadLetters(database: null, signal: null, TimeOf(provider)));
            services.AddHostedService(provider => new InMemoryWarning(LoggerOf(provider)));
        }

        return services;
    }

    private static void AddParts(this IServiceCollection services, DbDataSource dataSource)
    {
        services.TryAddSingleton(provider => new NotificationDispatcher(provider));
        services.AddSingleton(provider => new InboxDatabase(dataSource, OptionsOf(provider).TablePrefix));
        services.AddSingleton(provider => new QueueSignal(QueueService.WorkersOf(OptionsOf(provider))));
        services.AddSingleton<INotificationInbox>(provider => OptionsOf(provider).Mode == NotificationInboxMode.Queued
            ? new QueueInbox(DatabaseOf(provider), provider.GetRequiredService<QueueSignal>(), TimeOf(provider))
            : new InlineInbox(DatabaseOf(provider), OptionsOf(provider), TimeOf(provider)));
        services.AddSingleton(provider => new QueueWorker(
            DatabaseOf(provider),
            provider.GetRequiredService<NotificationDispatcher>(),
            OptionsOf(provider),
            provider.GetRequiredService<QueueSignal>(),
            TimeOf(provider),
            LoggerOf(provider)));
        services.AddSingleton(provider => new Pruning(DatabaseOf(provider), OptionsOf(provider), TimeOf(provider)));
        services.AddSingleton(provider => new NotificationDeadLetters(DatabaseOf(provider), provider.GetRequiredService<QueueSignal>(), TimeOf(provider)));
        services.AddSingleton<IContinueTokenStore>(provider => new DatabaseContinueTokens(DatabaseOf(provider), TimeOf(provider)));
    }

    private static void AddHosted(this IServiceCollection services)
    {
        services.AddHostedService(provider => new InboxStart(DatabaseOf(provider), OptionsOf(provider)));
        services.AddHostedService(provider => new QueueService(
            provider.GetRequiredService<QueueWorker>(), provider.GetRequiredService<QueueSignal>(), OptionsOf(provider), TimeOf(provider), LoggerOf(provider)));
        services.AddHostedService(provider => new PruningService(provider.GetRequiredService<Pruning>(), TimeOf(provider), LoggerOf(provider)));
    }

    private static bool IsFirst(this IServiceCollection services, InboxRegistration registration)
    {
        var inbox = services.FirstOrDefault(service => service.ServiceType == typeof(INotificationInbox));
        if (inbox is null)
        {
            services.AddSingleton(registration);
            return true;
        }

        var before = services.Select(service => service.ImplementationInstance).OfType<InboxRegistration>().FirstOrDefault();
        return before == registration
            ? false
            : throw new InvalidOperationException($"A notification inbox {before?.ToString() ?? "of another kind"} is registered, and there is one: this one is {registration}.");
    }

    private static NotificationInboxOptions OptionsOf(IServiceProvider provider) => provider.GetRequiredService<IOptions<NotificationInboxOptions>>().Value;

    private static InboxDatabase DatabaseOf(IServiceProvider provider) => provider.GetRequiredService<InboxDatabase>();

    private static ILogger LoggerOf(IServiceProvider provider) => provider.GetService<ILoggerFactory>()?.CreateLogger(Log.Category) ?? NullLogger.Instance;

    private static TimeProvider TimeOf(IServiceProvider provider) => provider.GetService<TimeProvider>() ?? TimeProvider.System;

    /// <summary>Which inbox is registered, to find a second one.</summary>
    private sealed record InboxRegistration(DbDataSource? DataSource)
    {
        public override string ToString() => DataSource is null ? "in memory" : $"on a {DataSource.GetType().Name}";
    }
}
