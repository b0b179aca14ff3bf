namespace GoogleCheckout.Inbox.Storage;

/// <summary>Forgets what is old, in small steps, so that nobody waits for it.</summary>
internal sealed class Pruning(InboxDatabase database, NotificationInboxOptions options, TimeProvider time)
{
    private const int Step = 500;

    private readonly InboxSql _sql = new(database.Dialect, database.Tables);

    /// <summary>Prunes once.</summary>
    /// <returns>How many payloads, keys and orders went.</returns>
    public async Task<(int Payloads, int Keys, int Orders)> PruneAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var payloads = await RepeatAsync(_sql.PrunePayloads(Before(now, options.PayloadRetention), Step), cancellationToken).ConfigureAwait(false);
        var keys = await RepeatAsync(_sql.PruneKeys(Before(now, options.DeduplicationRetention), Step), cancellationToken).ConfigureAwait(false);
        var orders = keys == 0 ? 0 : await PruneOrdersAsync(Before(now, options.DeduplicationRetention), cancellationToken).ConfigureAwait(false);
        return (payloads, keys, orders);
    }

    // To keep for longer than time goes back is to keep for ever.
    private static DateTime Before(DateTime now, TimeSpan kept) => kept < now - DateTime.UnixEpoch ? now - kept : DateTime.UnixEpoch;

    private async Task<int> RepeatAsync(Statement step, CancellationToken cancellationToken)
    {
        int gone, all = 0;
        do
        {
            gone = await database.ExecuteAsync(step, cancellationToken).ConfigureAwait(false);
            all += gone;
        }
        while (gone == Step);

        return all;
    }

    private async Task<int> PruneOrdersAsync(DateTime before, CancellationToken cancellationToken)
    {
        int gone, all = 0;
        do
        {
            gone = await PruneSomeOrdersAsync(before, cancellationToken).ConfigureAwait(false);
            all += gone;
        }
        while (gone == Step);

        return all;
    }

    private async Task<int> PruneSomeOrdersAsync(DateTime before, CancellationToken cancellationToken)
    {
        var connection = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            await connection.BeginAsync(cancellationToken).ConfigureAwait(false);
            var empty = await connection.ReadAllAsync(
                _sql.HoldEmptyOrders(before, Step), row => _sql.PruneOrder(row.GetString(0), row.GetString(1)), cancellationToken).ConfigureAwait(false);
            await connection.CommitAsync([.. empty]).ConfigureAwait(false);
            return empty.Count;
        }
    }
}
