using GoogleCheckout.Inbox.Health;
using GoogleCheckout.Inbox.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace GoogleCheckout.Outbox;

/// <summary>Creates the tables before the host starts, runs the workers, measures the queue, and deletes expired commands every hour.</summary>
internal sealed class OutboxService(InboxDatabase database, OutboxWorker worker, QueueReader queue, CheckoutOutboxOptions options, TimeProvider time, ILogger logger) : BackgroundService, IHostedLifecycleService
{
    private const int BatchSize = 500;

    private static readonly TimeSpan PruningInterval = TimeSpan.FromHours(1);
    private static readonly TimeSpan MeasuringInterval = TimeSpan.FromSeconds(15);

    private readonly CancellationTokenSource _attemptCancellation = new();

    public Task StartingAsync(CancellationToken cancellationToken) => options.CreateSchema ? CheckoutOutboxSchema.CreateAsync(database, cancellationToken) : Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Waits for the running attempts until the host's shutdown timeout expires, and then cancels them.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        using (cancellationToken.Register(_attemptCancellation.Cancel))
        {
            await base.StopAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    public override void Dispose()
    {
        base.Dispose();
        _attemptCancellation.Dispose();
    }

    /// <summary>Deletes the commands that have expired by now.</summary>
    public async Task<int> PruneAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var before = options.Retention < now - DateTime.UnixEpoch ? now - options.Retention : DateTime.UnixEpoch;
        var sql = OutboxSql.For(database);
        int deleted, total = 0;
        do
        {
            deleted = await database.ExecuteAsync(sql.Prune(before, BatchSize), cancellationToken).ConfigureAwait(false);
            total += deleted;
        }
        while (deleted == BatchSize);

        return total;
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(
        [
            RepeatAsync(PruningInterval, LogPruneAsync, stoppingToken),
            RepeatAsync(MeasuringInterval, MeasureAsync, stoppingToken),
            .. Enumerable.Range(0, options.Workers).Select(_ => RepeatAsync(options.PollInterval, DrainAsync, stoppingToken)),
        ]);

    private async Task RepeatAsync(TimeSpan interval, Func<CancellationToken, Task> work, CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(interval, time);
        do
        {
            try
            {
                await work(stoppingToken).ConfigureAwait(false);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                OutboxLog.OutboxFailed(logger, e);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false));
    }

    private async Task DrainAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested && await worker.TryNextAsync(_attemptCancellation.Token).ConfigureAwait(false))
        {
        }
    }

    private async Task MeasureAsync(CancellationToken cancellationToken)
    {
        if (OutboxMetrics.NeedsState)
        {
            OutboxMetrics.RecordState(await queue.ReadAsync(cancellationToken).ConfigureAwait(false));
        }
    }

    private async Task LogPruneAsync(CancellationToken cancellationToken)
    {
        if (await PruneAsync(cancellationToken).ConfigureAwait(false) is > 0 and var deleted)
        {
            OutboxLog.Pruned(logger, deleted);
        }
    }
}
