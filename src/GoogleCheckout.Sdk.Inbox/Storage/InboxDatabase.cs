using System.Data.Common;
using GoogleCheckout.Inbox.Options;

namespace GoogleCheckout.Inbox.Storage;

/// <summary>The inbox's database. It opens connections one at a time if the database allows a single writer.</summary>
internal sealed class InboxDatabase
{
    private readonly DbDataSource _dataSource;
    private readonly SemaphoreSlim? _gate;

    public InboxDatabase(DbDataSource dataSource, string tablePrefix)
    {
        _dataSource = dataSource;
        Dialect = Dialect.ForDataSource(dataSource);
        Tables = new Tables(tablePrefix);
        Sql = Dialect.CreateSql(Tables);
        _gate = Dialect.IsSingleWriter ? new SemaphoreSlim(1, 1) : null;
    }

    public Dialect Dialect { get; }

    public Tables Tables { get; }

    public InboxSql Sql { get; }

    /// <summary>Opens a connection; on SQLite, waits until the previous one is closed.</summary>
    public async Task<InboxConnection> OpenAsync(CancellationToken cancellationToken)
    {
        if (_gate is not null)
        {
            await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        }

        try
        {
            var connection = await _dataSource.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
            return new InboxConnection(connection, Dialect, _gate);
        }
        catch
        {
            _gate?.Release();
            throw;
        }
    }

    /// <summary>Opens a connection that only reads: it does not wait for a writer.</summary>
    public async Task<InboxConnection> OpenReaderAsync(CancellationToken cancellationToken) =>
        new(await _dataSource.OpenConnectionAsync(cancellationToken).ConfigureAwait(false), Dialect, gate: null);

    /// <summary>
    /// Ends the session of a connection that a handler still uses, if closing the connection alone would not be enough: the driver
    /// could then use the session again for another caller. The transaction is rolled back.
    /// </summary>
    public async Task EndSessionAsync(InboxConnection abandoned)
    {
        if (Dialect.EndSession is { } endSession && abandoned.TransactionId is { } transactionId)
        {
            await ExecuteAsync(new Statement(endSession, ("transaction", transactionId)), CancellationToken.None).ConfigureAwait(false);
        }
    }

    /// <summary>Executes one statement on its own connection.</summary>
    /// <returns>The number of rows that it changed.</returns>
    public async Task<int> ExecuteAsync(Statement statement, CancellationToken cancellationToken)
    {
        var connection = await OpenAsync(cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            return await Deadlock.RetryAsync(() => connection.ExecuteAsync(statement, cancellationToken)).ConfigureAwait(false);
        }
    }
}
