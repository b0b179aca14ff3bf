using MerchantStore.Data;
using MerchantStore.Settings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace MerchantStore.Messages;

/// <summary>Writes the messages to the database, and deletes those that are older than the setting allows.</summary>
internal sealed partial class MessageLogWriter(
    MessageLog log, IDbContextFactory<StoreContext> stores, IOptionsMonitor<StoreOptions> options, TimeProvider time, ILogger<MessageLogWriter> logger) : BackgroundService
{
    private const int BatchSize = 100;

    private static readonly TimeSpan PruneInterval = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(PruneInterval, time);
        var prune = timer.WaitForNextTickAsync(stoppingToken).AsTask();
        await TryAsync(PruneAsync, stoppingToken);
        while (true)
        {
            var arrival = log.Messages.WaitToReadAsync(stoppingToken).AsTask();
            while (await Task.WhenAny(arrival, prune) == prune)
            {
                await prune;
                await TryAsync(PruneAsync, stoppingToken);
                prune = timer.WaitForNextTickAsync(stoppingToken).AsTask();
            }

            await arrival;
            await TryAsync(WriteAsync, stoppingToken);
        }
    }

    /// <summary>Writes the messages that wait, at most <see cref="BatchSize"/> of them.</summary>
    private async Task WriteAsync(CancellationToken cancellationToken)
    {
        await using var store = await stores.CreateDbContextAsync(cancellationToken);
        for (var i = 0; i < BatchSize && log.Messages.TryRead(out var message); i++)
        {
            store.Add(message);
        }

        if (options.CurrentValue.MessageLog.KeptDays > 0)
        {
            await store.SaveChangesAsync(cancellationToken);
        }
    }

    private async Task PruneAsync(CancellationToken cancellationToken)
    {
        var oldest = time.GetUtcNow() - TimeSpan.FromDays(options.CurrentValue.MessageLog.KeptDays);
        await using var store = await stores.CreateDbContextAsync(cancellationToken);
        await store.Messages.Where(message => message.LoggedAt < oldest).ExecuteDeleteAsync(cancellationToken);
    }

    // An exception that leaves this service would end the store.
    private async Task TryAsync(Func<CancellationToken, Task> run, CancellationToken stoppingToken)
    {
        try
        {
            await run(stoppingToken);
        }
        catch (Exception e) when (!stoppingToken.IsCancellationRequested)
        {
            LogFailed(logger, e);
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "The log of messages could not be written. Messages may be missing in it; nothing else is affected")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}
