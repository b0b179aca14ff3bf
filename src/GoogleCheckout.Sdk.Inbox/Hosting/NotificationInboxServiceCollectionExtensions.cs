using System.Data.Common;
using GoogleCheckout.Inbox;
using GoogleCheckout.Inbox.Diagnostics;
using GoogleCheckout.Inbox.Handlers;
using GoogleCheckout.Inbox.Health;
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

/// <summary>Registers the inbox, which handles each notification once, even if it arrives several times.</summary>
public static class NotificationInboxServiceCollectionExtensions
{
    /// <summary>
    /// Registers an inbox in a database. The inbox commits the changes by a handler in the transaction of its
    /// <see cref="NotificationContext"/> together with the record that the notification was handled, or neither. Another call
    /// with the same data source only adds <paramref name="configure"/>.
    /// </summary>
    /// <param name="services">The container.</param>
    /// <param name="dataSource">The merchant's database: PostgreSQL with Npgsql, MariaDB or MySQL with MySqlConnector, or SQLite with Microsoft.Data.Sqlite. The container does not dispose it.</param>
    /// <param name="configure">Sets options; null for the defaults. The host checks the options when it starts.</param>
    /// <returns>The same services, for chaining.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> or <paramref name="dataSource"/> is null.</exception>
    /// <exception cref="ArgumentException">The database is of another kind, or of another driver, or each connection has a separate database, such as <c>:memory:</c>.</exception>
    /// <exception cref="InvalidOperationException">Another inbox is already registered.</exception>
    public static IServiceCollection AddNotificationInbox(this IServiceCollection services, DbDataSource dataSource, Action<NotificationInboxOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(dataSource);
        _ = Dialect.ForDataSource(dataSource);
        if (services.IsFirst(new InboxRegistration(dataSource)))
        {
            services.AddConfiguration<IConfigureOptions<NotificationInboxOptions>>();
            services.AddOptions<NotificationInboxOptions>().ValidateOnStart();
            services.AddSingleton<IValidateOptions<NotificationInboxOptions>, NotificationInboxOptionsValidator>();
            services.AddInboxServices(dataSource);
            services.AddHostedServices();
        }

        services.Configure(configure ?? (_ => { }));
        return services;
    }

    /// <summary>
    /// Registers an in-memory inbox for tests. It forgets the handled notifications when the program ends, its handlers get no
    /// transaction, and it has no queue. The host logs a warning when it starts.
    /// </summary>
    /// <param name="services">The container.</param>
    /// <returns>The same services, for chaining.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> is null.</exception>
    /// <exception cref="InvalidOperationException">Another inbox is already registered.</exception>
    public static IServiceCollection AddNotificationInbox(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        if (services.IsFirst(new InboxRegistration(null)))
        {
            services.AddSingleton<InMemoryInbox>();
            services.AddSingleton<INotificationInbox>(provider => provider.GetRequiredService<InMemoryInbox>());
            services.AddSingleton<IContinueTokenStore>(provider => provider.GetRequiredService<InMemoryInbox>());
            services.AddSingleton(provider => new NotificationDeadLetters(database: null, signal: null, GetTimeProvider(provider)));
            services.AddSingleton(_ => new NotificationInboxHealthCheck(queue: null, options: null));
            services.AddHostedService(provider => new InMemoryWarning(GetLogger(provider)));
        }

        return services;
    }

    private static void AddInboxServices(this IServiceCollection services, DbDataSource dataSource)
    {
        services.TryAddSingleton(provider => new NotificationDispatcher(provider));
        services.AddSingleton(provider => new InboxDatabase(dataSource, GetOptions(provider).TablePrefix, GetOptions(provider).PrepareStatements));
        services.AddSingleton(provider => new QueueSignal(QueueService.GetWorkerCount(GetOptions(provider))));
        services.AddSingleton<INotificationInbox>(provider => GetOptions(provider).Mode == NotificationInboxMode.Queued
            ? new QueueInbox(GetDatabase(provider), provider.GetRequiredService<QueueSignal>(), GetTimeProvider(provider))
            : new InlineInbox(GetDatabase(provider), provider.GetRequiredService<HandlerRunner>(), GetOptions(provider), GetTimeProvider(provider)));
        services.AddSingleton(provider => new HandlerRunner(GetDatabase(provider), GetOptions(provider), GetTimeProvider(provider), GetLogger(provider)));
        services.AddSingleton(provider => new QueueWorker(
            GetDatabase(provider),
            provider.GetRequiredService<NotificationDispatcher>(),
            provider.GetRequiredService<HandlerRunner>(),
            GetOptions(provider),
            provider.GetRequiredService<QueueSignal>(),
            GetTimeProvider(provider),
            GetLogger(provider)));
        services.AddSingleton(provider => new Pruning(GetDatabase(provider), GetOptions(provider), GetTimeProvider(provider)));
        services.AddSingleton(provider => new NotificationDeadLetters(GetDatabase(provider), provider.GetRequiredService<QueueSignal>(), GetTimeProvider(provider)));
        services.AddSingleton(provider => new NotificationInboxHealthCheck(new QueueReader(GetDatabase(provider), GetDatabase(provider).Sql.CountQueue(), GetTimeProvider(provider)), GetOptions(provider)));
        services.AddSingleton<IContinueTokenStore>(provider => new DatabaseContinueTokens(GetDatabase(provider), GetTimeProvider(provider)));
    }

    private static void AddHostedServices(this IServiceCollection services)
    {
        services.AddHostedService(provider => new InboxStart(GetDatabase(provider), GetOptions(provider)));
        services.AddHostedService(provider => new QueueService(
            provider.GetRequiredService<QueueWorker>(), provider.GetRequiredService<QueueSignal>(), GetOptions(provider), GetTimeProvider(provider), GetLogger(provider)));
        services.AddHostedService(provider => new PruningService(provider.GetRequiredService<Pruning>(), GetTimeProvider(provider), GetLogger(provider)));
    }

    /// <summary>Adds the reading of the configuration as the first source of options, so that code takes precedence.</summary>
    internal static void AddConfiguration<TConfigure>(this IServiceCollection services)
        where TConfigure : class
    {
        if (!services.Any(service => service.ServiceType == typeof(TConfigure) && service.ImplementationType == typeof(InboxConfiguration)))
        {
            services.Insert(0, ServiceDescriptor.Singleton(typeof(TConfigure), typeof(InboxConfiguration)));
        }
    }

    private static bool IsFirst(this IServiceCollection services, InboxRegistration registration)
    {
        var inbox = services.FirstOrDefault(service => service.ServiceType == typeof(INotificationInbox));
        if (inbox is null)
        {
            services.AddSingleton(registration);
            return true;
        }

        var existing = services.Select(service => service.ImplementationInstance).OfType<InboxRegistration>().FirstOrDefault();
        return existing == registration
            ? false
            : throw new InvalidOperationException($"A notification inbox {existing?.ToString() ?? "of another type"} is already registered; the inbox {registration} cannot be added. Register only one inbox.");
    }

    private static NotificationInboxOptions GetOptions(IServiceProvider provider) => provider.GetRequiredService<IOptions<NotificationInboxOptions>>().Value;

    private static InboxDatabase GetDatabase(IServiceProvider provider) => provider.GetRequiredService<InboxDatabase>();

    private static ILogger GetLogger(IServiceProvider provider) => provider.GetService<ILoggerFactory>()?.CreateLogger(Log.Category) ?? NullLogger.Instance;

    private static TimeProvider GetTimeProvider(IServiceProvider provider) => provider.GetService<TimeProvider>() ?? TimeProvider.System;

    /// <summary>Identifies the registered inbox, to detect a second registration.</summary>
    private sealed record InboxRegistration(DbDataSource? DataSource)
    {
        public override string ToString() => DataSource is null ? "in memory" : $"on a {DataSource.GetType().Name}";
    }
}
