using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using GoogleCheckout.Inbox.Queue;
using GoogleCheckout.Inbox.Storage;

namespace GoogleCheckout.Inbox;

/// <summary>
/// Lists, replays and discards dead letters: the notifications of queued mode that could not be handled. They are kept until
/// they are replayed or discarded. An in-memory inbox has none. Resolve this class from the container.
/// </summary>
/// <remarks>
/// Argument exceptions are thrown at the call, all other exceptions by the returned task or while enumerating. The methods are
/// virtual: a test can derive from the class and register the derived class instead.
/// </remarks>
public class NotificationDeadLetters
{
    private const int PageSize = 100;

    private readonly InboxDatabase? _database;
    private readonly InboxSql? _sql;
    private readonly QueueSignal? _signal;
    private readonly TimeProvider _time;

    internal NotificationDeadLetters(InboxDatabase? database, QueueSignal? signal, TimeProvider time)
    {
        _database = database;
        _sql = database?.Sql;
        _signal = signal;
        _time = time;
    }

    /// <summary>Creates an object for tests: derive from the class and override what the test needs. The other methods behave as if there are no dead letters.</summary>
    protected NotificationDeadLetters()
        : this(database: null, signal: null, TimeProvider.System)
    {
    }

    private DateTime Now => _time.GetUtcNow().UtcDateTime;

    /// <summary>Lists the dead letters in the order of their arrival. Pages are read during the enumeration.</summary>
    /// <param name="merchant">The registered name of the merchant whose dead letters to list; null for all merchants.</param>
    /// <param name="cancellationToken">Cancels the enumeration.</param>
    /// <returns>The dead letters; empty if there are none.</returns>
    /// <exception cref="OperationCanceledException">The enumeration was canceled.</exception>
    public virtual async IAsyncEnumerable<DeadLetter> ListAsync(string? merchant = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        if (_database is null)
        {
            yield break;
        }

        List<(long Arrival, DeadLetter Letter)> page;
        var last = 0L;
        do
        {
            page = await ReadPageAsync(_database, merchant, last, cancellationToken).ConfigureAwait(false);
            foreach (var (arrival, letter) in page)
            {
                last = arrival;
                yield return letter;
            }
        }
        while (page.Count == PageSize);
    }

    /// <summary>Puts a dead letter back into the queue. Its attempts are reset, and it is handled before later notifications of its order.</summary>
    /// <param name="serialNumber">The notification's serial number.</param>
    /// <param name="merchant">The registered name of the merchant; empty for the only merchant of a program.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>True if the notification was a dead letter; otherwise, false.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="serialNumber"/> or <paramref name="merchant"/> is null.</exception>
    /// <exception cref="OperationCanceledException">The operation was canceled. The dead letter may still have been put back.</exception>
    public virtual Task<bool> ReplayAsync(string serialNumber, string merchant = "", CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(serialNumber);
        ArgumentNullException.ThrowIfNull(merchant);
        return ReplayOneAsync(merchant, serialNumber, cancellationToken);
    }

    /// <summary>Puts all dead letters back into the queue, as <see cref="ReplayAsync"/> does for one.</summary>
    /// <param name="merchant">The registered name of the merchant whose dead letters to replay; null for all merchants.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>The number of dead letters that were put back.</returns>
    /// <exception cref="OperationCanceledException">The operation was canceled. The dead letters may still have been put back.</exception>
    public virtual Task<int> ReplayAllAsync(string? merchant = null, CancellationToken cancellationToken = default) =>
        RequeueAsync(merchant, serialNumber: null, cancellationToken);

    /// <summary>Marks a dead letter as handled without running its handler, for example after you resolved the case yourself. Its XML is deleted after the payload retention, as that of other handled notifications.</summary>
    /// <param name="serialNumber">The notification's serial number.</param>
    /// <param name="merchant">The registered name of the merchant; empty for the only merchant of a program.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>True if the notification was a dead letter; otherwise, false.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="serialNumber"/> or <paramref name="merchant"/> is null.</exception>
    /// <exception cref="OperationCanceledException">The operation was canceled. The dead letter may still have been discarded.</exception>
    public virtual Task<bool> DiscardAsync(string serialNumber, string merchant = "", CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(serialNumber);
        ArgumentNullException.ThrowIfNull(merchant);
        return DiscardOneAsync(merchant, serialNumber, cancellationToken);
    }

    private async Task<bool> ReplayOneAsync(string merchant, string serialNumber, CancellationToken cancellationToken) =>
        await RequeueAsync(merchant, serialNumber, cancellationToken).ConfigureAwait(false) > 0;

    private async Task<bool> DiscardOneAsync(string merchant, string serialNumber, CancellationToken cancellationToken) =>
        _database is not null
        && await _database.ExecuteAsync(_sql!.Discard(merchant, serialNumber, Now), cancellationToken).ConfigureAwait(false) > 0;

    private async Task<int> RequeueAsync(string? merchant, string? serialNumber, CancellationToken cancellationToken)
    {
        if (_database is null)
        {
            return 0;
        }

        var replayed = await _database.ExecuteAsync(_sql!.Replay(merchant, serialNumber, Now), cancellationToken).ConfigureAwait(false);
        _signal?.Raise();
        return replayed;
    }

    private async Task<List<(long Arrival, DeadLetter Letter)>> ReadPageAsync(InboxDatabase database, string? merchant, long after, CancellationToken cancellationToken)
    {
        var connection = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            return await connection.ReadAllAsync(_sql!.ListDead(merchant, after, PageSize), Read, cancellationToken).ConfigureAwait(false);
        }
    }

    private static (long, DeadLetter) Read(DbDataReader row) => (row.GetInt64(0), new DeadLetter
    {
        Merchant = row.GetString(1),
        SerialNumber = row.GetString(2),
        GoogleOrderNumber = row.GetString(3),
        Kind = row.GetString(4),
        Attempts = Convert.ToInt32(row.GetValue(5), CultureInfo.InvariantCulture),
        Reason = row.GetString(6),
        ReceivedAt = new DateTimeOffset(DateTime.SpecifyKind(row.GetDateTime(7), DateTimeKind.Utc)),
        DeadLetteredAt = new DateTimeOffset(DateTime.SpecifyKind(row.GetDateTime(8), DateTimeKind.Utc)),
    });
}
