using System.Data.Common;
using GoogleCheckout.Inbox.Queue;
using GoogleCheckout.Inbox.Storage;
using GoogleCheckout.Notifications;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;

namespace GoogleCheckout.Inbox;

/// <summary>The handler of a test.</summary>
internal delegate Task Handle(Notification notification, NotificationContext context, CancellationToken cancellationToken);

/// <summary>One node of a merchant with an inbox in queued mode. Its workers run when a test calls them, or once the node is started.</summary>
internal sealed class ShopNode : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    public ShopNode(DbDataSource dataSource, Handle handle, TimeProvider? clock = null, Action<NotificationInboxOptions>? configure = null, FakeLogCollector? log = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton(handle);
        services.AddSingleton(clock ?? TimeProvider.System);
        services.AddNotificationHandler<DelegatingHandler>();
        services.AddNotificationInbox(dataSource, options =>
        {
            options.Mode = NotificationInboxMode.Queued;
            options.PollInterval = TimeSpan.FromMilliseconds(50);
            configure?.Invoke(options);
        });
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Debug));
        if (log is not null)
        {
            services.AddSingleton<ILoggerProvider>(new FakeLoggerProvider(log));
        }

        _services = services.BuildServiceProvider();
    }

    public INotificationInbox Inbox => _services.GetRequiredService<INotificationInbox>();

    public NotificationReceiver Receiver => _services.GetRequiredService<NotificationReceiver>();

    public NotificationDeadLetters DeadLetters => _services.GetRequiredService<NotificationDeadLetters>();

    public NotificationInboxHealthCheck Health => _services.GetRequiredService<NotificationInboxHealthCheck>();

    public IContinueTokenStore Tokens => _services.GetRequiredService<IContinueTokenStore>();

    public QueueSignal Signal => _services.GetRequiredService<QueueSignal>();

    public Pruning Pruning => _services.GetRequiredService<Pruning>();

    public Task StoreAsync(Notification notification) => Inbox.HandleOnceAsync(notification, "", (_, _) => throw new InvalidOperationException("The queue handles it."), CancellationToken.None);

    /// <summary>Handles the first due notification; returns false if there is none.</summary>
    public Task<bool> TryNextAsync(CancellationToken stop = default) => _services.GetRequiredService<QueueWorker>().TryNextAsync(stop);

    /// <summary>Handles all due notifications.</summary>
    public async Task DrainAsync()
    {
        while (await TryNextAsync())
        {
        }
    }

    public async Task<IReadOnlyList<DeadLetter>> ListDeadAsync(string? merchant = null)
    {
        var letters = new List<DeadLetter>();
        await foreach (var letter in DeadLetters.ListAsync(merchant))
        {
            letters.Add(letter);
        }

        return letters;
    }

    /// <summary>Starts the hosted services, as the host does.</summary>
    public async Task StartAsync()
    {
        foreach (var service in _services.GetServices<IHostedService>())
        {
            await ((service as IHostedLifecycleService)?.StartingAsync(CancellationToken.None) ?? Task.CompletedTask);
            await service.StartAsync(CancellationToken.None);
        }
    }

    public async Task StopAsync(CancellationToken cancellationToken = default)
    {
        foreach (var service in _services.GetServices<IHostedService>().Reverse())
        {
            await service.StopAsync(cancellationToken);
        }
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private sealed class DelegatingHandler(Handle handle) : INotificationHandler<Notification>
    {
        public Task HandleAsync(Notification notification, NotificationContext context, CancellationToken cancellationToken) =>
            handle(notification, context, cancellationToken);
    }
}
