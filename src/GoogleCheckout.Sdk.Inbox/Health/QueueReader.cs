using System.Globalization;
using GoogleCheckout.Inbox.Storage;

namespace GoogleCheckout.Inbox.Health;

/// <summary>Reads the state of a queue from the database.</summary>
/// <param name="database">The database.</param>
/// <param name="count">The query of the number of waiting entries, the time since which the oldest has waited, and the number of dead letters.</param>
/// <param name="time">The clock.</param>
internal sealed class QueueReader(InboxDatabase database, Statement count, TimeProvider time)
{
    public async Task<QueueState> ReadAsync(CancellationToken cancellationToken)
    {
        var connection = await database.OpenReaderAsync(cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            var rows = await connection.ReadAllAsync(
                count,
                row => (
                    Waiting: Convert.ToInt64(row.GetValue(0), CultureInfo.InvariantCulture),
                    WaitsSince: row.IsDBNull(1) ? null : (DateTime?)DateTime.SpecifyKind(row.GetDateTime(1), DateTimeKind.Utc),
                    DeadLetters: Convert.ToInt64(row.GetValue(2), CultureInfo.InvariantCulture)),
                cancellationToken).ConfigureAwait(false);
            var wait = rows[0].WaitsSince is { } since ? time.GetUtcNow().UtcDateTime - since : TimeSpan.Zero;
            return new QueueState(rows[0].Waiting, wait > TimeSpan.Zero ? wait : TimeSpan.Zero, rows[0].DeadLetters);
        }
    }
}
