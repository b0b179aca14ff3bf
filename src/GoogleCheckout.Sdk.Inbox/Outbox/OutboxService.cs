using GoogleCheckout.Inbox.Health;
using GoogleCheckout.Inbox.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace GoogleCheckout.Outbox;

/// <summary>Creates the tables before the host starts, runs the workers, measures the queue, and deletes what has expired every hour.</summary>
internal sealed class OutboxService(InboxDatabase database, OutboxWorker worker, QueueReader queue, CheckoutOutboxOptions options, TimeProvider time, ILogger logger) : BackgroundService, IHostedLifecycleService
{
    private const int BatchSize = 500;

    private static readonly TimeSpan PruningInterval = TimeSpan.FromHours(1);
    private static readonly TimeSpan MissingOrdersInterval = TimeSpan.FromSeconds(15);
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

    /// <summary>Deletes the commands that have expired by now, and then the orders that have no command.</summary>
    /// <returns>The number of deleted commands and orders.</returns>
    public async Task<(int Commands, int Orders)> PruneAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var before = options.Retention < now - DateTime.UnixEpoch ? now - options.Retention : DateTime.UnixEpoch;
        var sql = OutboxSql.For(database);
        var commands = await DeleteAllAsync(token => database.ExecuteAsync(sql.Prune(before, BatchSize), token), cancellationToken).ConfigureAwait(false);
        var orders = commands == 0 ? 0 : await DeleteAllAsync(token => PruneOrderBatchAsync(sql, token), cancellationToken).ConfigureAwait(false);
        return (commands, orders);
    }

    /// <summary>Creates the orders that were pruned while a command of them was being recorded: without its row, an order cannot be locked.</summary>
    /// <returns>The number of created orders.</returns>
    public async Task<int> AddMissingOrdersAsync(CancellationToken cancellationToken)
    {
        var connection = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            await connection.BeginAsync(cancellationToken).ConfigureAwait(false);
            var created = await connection.ExecuteAsync(OutboxSql.For(database).AddMissingOrders(time.GetUtcNow().UtcDateTime), cancellationToken).ConfigureAwait(false);
            await connection.CommitAsync().ConfigureAwait(false);
            return created;
        }
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(
        [
            RepeatAsync(PruningInterval, LogPruneAsync, stoppingToken),
            RepeatAsync(MissingOrdersInterval, AddMissingOrdersAsync, stoppingToken),
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
        if (await PruneAsync(cancellationToken).ConfigureAwait(false) is { Commands: > 0 } pruned)
        {
            OutboxLog.Pruned(logger, pruned.Commands, pruned.Orders);
        }
    }

    private static async Task<int> DeleteAllAsync(Func<CancellationToken, Task<int>> deleteBatch, CancellationToken cancellationToken)
    {
        int deleted, total = 0;
        do
        {
            deleted = await deleteBatch(cancellationToken).ConfigureAwait(false);
            total += deleted;
        }
        while (deleted == BatchSize);

        return total;
    }

    private async Task<int> PruneOrderBatchAsync(OutboxSql sql, CancellationToken cancellationToken)
    {
        var connection = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            await connection.BeginAsync(cancellationToken).ConfigureAwait(false);
            var empty = await connection.ReadAllAsync(sql.LockEmptyOrders(BatchSize), row => sql.PruneOrder(row.GetString(0), row.GetString(1)), cancellationToken).ConfigureAwait(false);
            await connection.CommitAsync([.. empty]).ConfigureAwait(false);
            return empty.Count;
        }
    }
}
