using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using GoogleCheckout;
using GoogleCheckout.Inbox.Health;
using GoogleCheckout.Inbox.Storage;
using GoogleCheckout.Orders;
using GoogleCheckout.Outbox;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the outbox, which executes the order commands of committed transactions.</summary>
public static class CheckoutOutboxServiceCollectionExtensions
{
    /// <summary>
    /// Registers an <see cref="ICheckoutOutbox"/> in a database, and the workers that execute its commands while the host runs. The merchants must be
    /// registered with <c>AddGoogleCheckout</c>. Another call with the same data source only adds <paramref name="configure"/>.
    /// </summary>
    /// <param name="services">The container.</param>
    /// <param name="dataSource">The merchant's database: PostgreSQL with Npgsql, MariaDB or MySQL with MySqlConnector, or SQLite with Microsoft.Data.Sqlite. The container does not dispose it.</param>
    /// <param name="configure">Sets options; null for the defaults. The host checks the options when it starts.</param>
    /// <returns>The same services, for chaining.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> or <paramref name="dataSource"/> is null.</exception>
    /// <exception cref="ArgumentException">The database is of another kind, or of another driver, or each connection has a separate database, such as <c>:memory:</c>.</exception>
    /// <exception cref="InvalidOperationException">An outbox is already registered with another data source.</exception>
    public static IServiceCollection AddCheckoutOutbox(this IServiceCollection services, DbDataSource dataSource, Action<CheckoutOutboxOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        _ = CheckoutOutboxSchema.OpenDatabase(dataSource, new CheckoutOutboxOptions().TablePrefix);
        var registration = new OutboxRegistration(dataSource);
        var known = services.Select(service => service.ImplementationInstance).OfType<OutboxRegistration>().FirstOrDefault();
        if (known is not null && known != registration)
        {
            throw new InvalidOperationException("An outbox is already registered with another data source. Register only one outbox.");
        }

        if (known is null)
        {
            services.AddSingleton(registration);
            services.AddConfiguration<IConfigureOptions<CheckoutOutboxOptions>>();
            services.AddOptions<CheckoutOutboxOptions>().ValidateOnStart();
            services.AddSingleton<IValidateOptions<CheckoutOutboxOptions>, CheckoutOutboxOptionsValidator>();
            services.AddKeyedSingleton(typeof(ICheckoutOutbox), (provider, _) => CheckoutOutboxSchema.OpenDatabase(dataSource, GetOptions(provider).TablePrefix, GetOptions(provider).PrepareStatements));
            services.AddSingleton<ICheckoutOutbox>(provider => new CheckoutOutbox(GetDatabase(provider), GetTimeProvider(provider)));
            services.AddSingleton(provider => new CommandDeadLetters(GetDatabase(provider), GetTimeProvider(provider)));
            services.AddSingleton(provider => new CheckoutOutboxHealthCheck(CreateReader(provider), GetOptions(provider)));
            services.AddSingleton(provider => new OutboxWorker(GetDatabase(provider), provider, GetOptions(provider), merchant => FindMerchant(provider, merchant), GetTimeProvider(provider), GetLogger(provider)));
            services.AddSingleton(provider => new OutboxService(GetDatabase(provider), provider.GetRequiredService<OutboxWorker>(), CreateReader(provider), GetOptions(provider), GetTimeProvider(provider), GetLogger(provider)));
            services.AddSingleton<IHostedService>(provider => provider.GetRequiredService<OutboxService>());
        }

        services.Configure(configure ?? (_ => { }));
        return services;
    }

    /// <summary>Registers a scoped handler of the outcomes of the outbox's commands. Registering the same handler again has no effect.</summary>
    /// <typeparam name="THandler">The type of the handler, which implements <see cref="ICommandOutcomeHandler{TCommand}"/> for one kind of command or several.</typeparam>
    /// <param name="services">The container.</param>
    /// <returns>The same services, for chaining.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> is null.</exception>
    /// <exception cref="ArgumentException">The type does not implement the interface for a kind of command that the outbox executes.</exception>
    /// <exception cref="InvalidOperationException">Another handler is registered for one of the kinds.</exception>
    public static IServiceCollection AddCommandOutcomeHandler<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors | DynamicallyAccessedMemberTypes.Interfaces)] THandler>(this IServiceCollection services)
        where THandler : class
    {
        ArgumentNullException.ThrowIfNull(services);
        var declared = typeof(THandler).GetInterfaces();
        var kinds = CommandKinds.All.Where(kind => declared.Contains(kind.Handler)).ToList();
        if (kinds.Count == 0)
        {
            throw new ArgumentException($"{typeof(THandler)} does not implement ICommandOutcomeHandler<...> for a kind of command that the outbox executes.", nameof(THandler));
        }

        // A registration that is refused adds nothing, so all kinds are checked first.
        foreach (var kind in kinds)
        {
            if (services.FirstOrDefault(service => service.ServiceType == kind.Handler) is { } known && known.ImplementationType != typeof(THandler))
            {
                throw new InvalidOperationException($"{typeof(THandler)} cannot handle the outcomes of {kind.Command.Name}: another handler is already registered. Each kind has one handler.");
            }
        }

        kinds.ForEach(kind => services.TryAdd(ServiceDescriptor.Scoped(kind.Handler, typeof(THandler))));
        return services;
    }

    private static OutboxMerchant FindMerchant(IServiceProvider provider, string merchant)
    {
        var client = merchant.Length == 0 ? provider.GetService<CheckoutClient>() : provider.GetKeyedService<CheckoutClient>(merchant);
        var timeout = provider.GetRequiredService<IOptionsMonitor<CheckoutOptions>>().Get(merchant).Timeout;
        return new OutboxMerchant(
            client ?? throw new InvalidOperationException(merchant.Length == 0
                ? "A command of the outbox has no merchant, and no merchant without a name is registered: call services.AddGoogleCheckout(...), or pass the merchant's name to EnqueueAsync."
                : $"A command of the outbox is of merchant '{QuotedText.OfIdentifier(merchant)}', which is not registered: call services.AddGoogleCheckout with this name."),
            provider.GetRequiredService<IOptionsMonitor<OrderReconcilerOptions>>().Get(merchant),
            timeout == Timeout.InfiniteTimeSpan ? GetOptions(provider).AttemptTimeout : timeout);
    }

    // The inbox may be in another database.
    private static InboxDatabase GetDatabase(IServiceProvider provider) => provider.GetRequiredKeyedService<InboxDatabase>(typeof(ICheckoutOutbox));

    private static QueueReader CreateReader(IServiceProvider provider) => new(GetDatabase(provider), OutboxSql.For(GetDatabase(provider)).CountQueue(), GetTimeProvider(provider));

    private static CheckoutOutboxOptions GetOptions(IServiceProvider provider) => provider.GetRequiredService<IOptions<CheckoutOutboxOptions>>().Value;

    private static ILogger GetLogger(IServiceProvider provider) => provider.GetService<ILoggerFactory>()?.CreateLogger(OutboxLog.Category) ?? NullLogger.Instance;

    private static TimeProvider GetTimeProvider(IServiceProvider provider) => provider.GetService<TimeProvider>() ?? TimeProvider.System;

    /// <summary>Identifies the registered outbox, to detect a second registration.</summary>
    private sealed record OutboxRegistration(DbDataSource DataSource);
}
