using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using GoogleCheckout.Inbox.Queue;
using GoogleCheckout.Inbox.Storage;

namespace GoogleCheckout.Inbox;

/// <summary>
/// The notifications of queued mode that could not be handled. They are kept until they are replayed or discarded. Where there
/// is no queue, there are none. Get it from the container.
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
        _sql = database is null ? null : new InboxSql(database.Dialect, database.Tables);
        _signal = signal;
        _time = time;
    }

    /// <summary>Creates an object for tests: derive from the class and override what the test needs. The rest behaves as if there is no queue.</summary>
    protected NotificationDeadLetters()
        : this(database: null, signal: null, TimeProvider.System)
    {
    }

    private DateTime Now => _time.GetUtcNow().UtcDateTime;

    /// <summary>Lists them in the order they came, read in pages while they are enumerated.</summary>
    /// <param name="merchant">Those of one merchant, by its registered name; null for all.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The dead letters.</returns>
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

    /// <summary>Has one handled after all: its attempts begin anew, and of its order it is the earliest again.</summary>
    /// <param name="serialNumber">The notification's serial number.</param>
    /// <param name="merchant">The merchant's registered name; empty for the only one of a program.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>False where it is no dead letter.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public virtual Task<bool> ReplayAsync(string serialNumber, string merchant = "", CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(serialNumber);
        ArgumentNullException.ThrowIfNull(merchant);
        return ReplayOneAsync(merchant, serialNumber, cancellationToken);
    }

    /// <summary>Has all of them handled after all.</summary>
    /// <param name="merchant">Those of one merchant, by its registered name; null for all.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>How many there were.</returns>
    public virtual Task<int> ReplayAllAsync(string? merchant = null, CancellationToken cancellationToken = default) =>
        PutBackAsync(merchant, serialNumber: null, cancellationToken);

    /// <summary>Takes one for handled, because it was seen to by hand. Its XML is pruned as that of any other.</summary>
    /// <param name="serialNumber">The notification's serial number.</param>
    /// <param name="merchant">The merchant's registered name; empty for the only one of a program.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>False where it is no dead letter.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public virtual Task<bool> DiscardAsync(string serialNumber, string merchant = "", CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(serialNumber);
        ArgumentNullException.ThrowIfNull(merchant);
        return DiscardOneAsync(merchant, serialNumber, cancellationToken);
    }

    private async Task<bool> ReplayOneAsync(string merchant, string serialNumber, CancellationToken cancellationToken) =>
        await PutBackAsync(merchant, serialNumber, cancellationToken).ConfigureAwait(false) > 0;

    private async Task<bool> DiscardOneAsync(string merchant, string serialNumber, CancellationToken cancellationToken) =>
        _database is not null
        && await _database.ExecuteAsync(_sql!.Discard(merchant, serialNumber, Now), cancellationToken).ConfigureAwait(false) > 0;

    private async Task<int> PutBackAsync(string? merchant, string? serialNumber, CancellationToken cancellationToken)
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
