using System.Data.Common;
using GoogleCheckout.Inbox.Diagnostics;
using GoogleCheckout.Inbox.Storage;
using GoogleCheckout.Notifications;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;

namespace GoogleCheckout.Inbox.Polling;

/// <summary>One node of a shop that pulls, as a host that is started or parts that a test uses one by one.</summary>
internal sealed class PollingShop : IDisposable
{
    /// <param name="dataSource">The inbox's.</param>
    /// <param name="clock">The program's.</param>
    /// <param name="handle">What the handler does; null for a row in the table of effects.</param>
    /// <param name="configure">Registers the client, and what else a test wants.</param>
    public PollingShop(DbDataSource dataSource, TimeProvider clock, Action<IServiceCollection> configure, Handle? handle = null)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Services.AddSingleton(clock);
        builder.Services.AddSingleton(handle ?? ((_, context, cancellationToken) => Effects.AddAsync(context, cancellationToken)));
        builder.Services.AddNotificationHandler<DelegatingHandler>();
        builder.Services.AddNotificationInbox(dataSource);
        builder.Services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Debug).AddCollector(Log));
        configure(builder.Services);
        Host = builder.Build();
    }

    public FakeLogCollector Log { get; } = new();

    public IHost Host { get; }

    public IServiceProvider Services => Host.Services;

    public Task StartAsync() => Host.StartAsync();

    public Task StopAsync(CancellationToken cancellationToken = default) => Host.StopAsync(cancellationToken);

    public NotificationPoller Poller(INotificationPollingSource poll, NotificationPollingOptions? options = null) => new(
        string.Empty,
        poll,
        Services.GetRequiredService<NotificationReceiver>(),
        Cursors,
        options ?? new NotificationPollingOptions(),
        Services.GetRequiredService<TimeProvider>(),
        Services.GetRequiredService<ILoggerFactory>().CreateLogger(PollingLog.Category));

    public PollingCursors Cursors => new(Services.GetRequiredService<IContinueTokenStore>(), string.Empty);

    public void Dispose() => Host.Dispose();

    public sealed class DelegatingHandler(Handle handle) : INotificationHandler<Notification>
    {
        public Task HandleAsync(Notification notification, NotificationContext context, CancellationToken cancellationToken) =>
            handle(notification, context, cancellationToken);
    }
}
