using System.Globalization;
using GoogleCheckout.Inbox.Storage;

namespace GoogleCheckout.Inbox.Health;

/// <summary>Reads the state of the queue from the database.</summary>
internal sealed class QueueReader(InboxDatabase database, TimeProvider time)
{
    public async Task<QueueState> ReadAsync(CancellationToken cancellationToken)
    {
        var connection = await database.OpenReaderAsync(cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            var rows = await connection.ReadAllAsync(
                database.Sql.CountQueue(),
                row => (
                    Waiting: Convert.ToInt64(row.GetValue(0), CultureInfo.InvariantCulture),
                    OldestReceived: row.IsDBNull(1) ? null : (DateTime?)DateTime.SpecifyKind(row.GetDateTime(1), DateTimeKind.Utc),
                    DeadLetters: Convert.ToInt64(row.GetValue(2), CultureInfo.InvariantCulture)),
                cancellationToken).ConfigureAwait(false);
            var wait = rows[0].OldestReceived is { } received ? time.GetUtcNow().UtcDateTime - received : TimeSpan.Zero;
            return new QueueState(rows[0].Waiting, wait > TimeSpan.Zero ? wait : TimeSpan.Zero, rows[0].DeadLetters);
        }
    }
}
