using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using GoogleCheckout.Inbox.Storage;

namespace GoogleCheckout.Outbox;

/// <summary>
/// Lists, retries and drops the dead letters of the outbox. They are kept until they are retried or dropped; the later commands of their
/// order are executed without them. Resolve this class from the container.
/// </summary>
/// <remarks>The methods are virtual: a test can derive from the class and register the derived class instead.</remarks>
public class CommandDeadLetters
{
    private const int PageSize = 100;

    private readonly InboxDatabase? _database;
    private readonly OutboxSql? _sql;
    private readonly TimeProvider _time;

    internal CommandDeadLetters(InboxDatabase? database, TimeProvider time)
    {
        _database = database;
        _sql = database is null ? null : OutboxSql.For(database);
        _time = time;
    }

    /// <summary>Creates an object for tests: derive from the class and override what the test needs. The other methods behave as if there are no dead letters.</summary>
    protected CommandDeadLetters()
        : this(database: null, TimeProvider.System)
    {
    }

    /// <summary>Lists the dead letters in the order in which they were recorded. Pages are read during the enumeration.</summary>
    /// <param name="cancellationToken">Cancels the enumeration.</param>
    /// <returns>The dead letters; empty if there are none.</returns>
    /// <exception cref="OperationCanceledException">The enumeration was canceled.</exception>
    public virtual async IAsyncEnumerable<CommandDeadLetter> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        if (_database is null)
        {
            yield break;
        }

        List<CommandDeadLetter> page;
        var last = 0L;
        do
        {
            page = await ReadPageAsync(_database, last, cancellationToken).ConfigureAwait(false);
            foreach (var letter in page)
            {
                last = letter.Id;
                yield return letter;
            }
        }
        while (page.Count == PageSize);
    }

    /// <summary>Puts a dead letter back into the outbox. Its attempts are reset, and it is executed before later commands of its order. If it may have been sent, the order is looked up first.</summary>
    /// <param name="id">The number of the command.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>True if the command was a dead letter; otherwise, false.</returns>
    /// <exception cref="OperationCanceledException">The operation was canceled. The dead letter may still have been put back.</exception>
    public virtual async Task<bool> RetryAsync(long id, CancellationToken cancellationToken = default) =>
        _database is not null && await _database.ExecuteAsync(_sql!.Retry(id, _time.GetUtcNow().UtcDateTime), cancellationToken).ConfigureAwait(false) > 0;

    /// <summary>Marks a dead letter as failed without running its handler, for example after you resolved the case yourself.</summary>
    /// <param name="id">The number of the command.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>True if the command was a dead letter; otherwise, false.</returns>
    /// <exception cref="OperationCanceledException">The operation was canceled. The dead letter may still have been dropped.</exception>
    public virtual async Task<bool> DropAsync(long id, CancellationToken cancellationToken = default) =>
        _database is not null && await _database.ExecuteAsync(_sql!.Drop(id, _time.GetUtcNow().UtcDateTime), cancellationToken).ConfigureAwait(false) > 0;

    private async Task<List<CommandDeadLetter>> ReadPageAsync(InboxDatabase database, long after, CancellationToken cancellationToken)
    {
        var connection = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            return await connection.ReadAllAsync(_sql!.ListDead(after, PageSize), Read, cancellationToken).ConfigureAwait(false);
        }
    }

    private static CommandDeadLetter Read(DbDataReader row) => new()
    {
        Id = row.GetInt64(0),
        Merchant = row.GetString(1),
        GoogleOrderNumber = row.GetString(2),
        Key = row.IsDBNull(3) ? null : row.GetString(3),
        Kind = row.GetString(4),
        Attempts = Convert.ToInt32(row.GetValue(5), CultureInfo.InvariantCulture),
        Reason = row.GetString(6),
        EnqueuedAt = new DateTimeOffset(DateTime.SpecifyKind(row.GetDateTime(7), DateTimeKind.Utc)),
        DeadLetteredAt = new DateTimeOffset(DateTime.SpecifyKind(row.GetDateTime(8), DateTimeKind.Utc)),
        OutcomeUnknown = Convert.ToInt32(row.GetValue(9), CultureInfo.InvariantCulture) != 0,
    };
}
