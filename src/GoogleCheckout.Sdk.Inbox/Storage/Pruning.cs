namespace GoogleCheckout.Inbox.Storage;

/// <summary>Deletes expired rows in small batches, to keep locks short.</summary>
internal sealed class Pruning(InboxDatabase database, NotificationInboxOptions options, TimeProvider time)
{
    private const int BatchSize = 500;

    private readonly InboxSql _sql = database.Sql;

    /// <summary>Deletes all rows that have expired by now.</summary>
    /// <returns>The number of deleted payloads, keys and orders.</returns>
    public async Task<(int Payloads, int Keys, int Orders)> PruneAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var payloads = await RepeatAsync(_sql.PrunePayloads(Before(now, options.PayloadRetention), BatchSize), cancellationToken).ConfigureAwait(false);
        var keys = await RepeatAsync(_sql.PruneKeys(Before(now, options.DeduplicationRetention), BatchSize), cancellationToken).ConfigureAwait(false);
        var orders = keys == 0 ? 0 : await PruneOrdersAsync(Before(now, options.DeduplicationRetention), cancellationToken).ConfigureAwait(false);
        return (payloads, keys, orders);
    }

    // A retention that reaches back before 1970 keeps the rows forever.
    private static DateTime Before(DateTime now, TimeSpan retention) => retention < now - DateTime.UnixEpoch ? now - retention : DateTime.UnixEpoch;

    private async Task<int> RepeatAsync(Statement batch, CancellationToken cancellationToken)
    {
        int deleted, total = 0;
        do
        {
            deleted = await database.ExecuteAsync(batch, cancellationToken).ConfigureAwait(false);
            total += deleted;
        }
        while (deleted == BatchSize);

        return total;
    }

    private async Task<int> PruneOrdersAsync(DateTime before, CancellationToken cancellationToken)
    {
        int deleted, total = 0;
        do
        {
            deleted = await PruneOrderBatchAsync(before, cancellationToken).ConfigureAwait(false);
            total += deleted;
        }
        while (deleted == BatchSize);

        return total;
    }

    private async Task<int> PruneOrderBatchAsync(DateTime before, CancellationToken cancellationToken)
    {
        var connection = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            await connection.BeginAsync(database.Dialect.PruningIsolation, cancellationToken).ConfigureAwait(false);
            var empty = await connection.ReadAllAsync(
                _sql.LockEmptyOrders(before, BatchSize), row => _sql.PruneOrder(row.GetString(0), row.GetString(1)), cancellationToken).ConfigureAwait(false);
            await connection.CommitAsync([.. empty]).ConfigureAwait(false);
            return empty.Count;
        }
    }
}
