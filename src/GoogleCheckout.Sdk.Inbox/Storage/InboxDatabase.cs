using System.Data.Common;
using GoogleCheckout.Inbox.Options;

namespace GoogleCheckout.Inbox.Storage;

/// <summary>The inbox's database. It opens connections one at a time if the database allows a single writer.</summary>
internal sealed class InboxDatabase
{
    private readonly DbDataSource _dataSource;
    private readonly SemaphoreSlim? _gate;
    private readonly bool _prepareStatements;

    // Where the last connection led to; null until one was opened.
    private Target? _target;

    public InboxDatabase(DbDataSource dataSource, string tablePrefix, bool prepareStatements = false)
    {
        _dataSource = dataSource;
        Dialect = Dialect.ForDataSource(dataSource);
        _prepareStatements = prepareStatements;
        Tables = new Tables(tablePrefix);
        Sql = Dialect.CreateSql(Tables);
        _gate = Dialect.IsSingleWriter ? new SemaphoreSlim(1, 1) : null;
    }

    public Dialect Dialect { get; }

    public Tables Tables { get; }

    public InboxSql Sql { get; }

    /// <summary>Creates an object for statements in a transaction of the caller, who ends and disposes it.</summary>
    public InboxConnection Within(DbTransaction transaction, DbConnection connection) =>
        InboxConnection.Within(transaction, connection, Dialect, preparesStatements: _target is { KeepsPreparedStatements: true } target && target.IsOf(connection));

    /// <summary>Opens a connection; on SQLite, waits until the previous one is closed.</summary>
    public async Task<InboxConnection> OpenAsync(CancellationToken cancellationToken)
    {
        if (_gate is not null)
        {
            await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        }

        try
        {
            return await OpenAsync(_gate, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            _gate?.Release();
            throw;
        }
    }

    /// <summary>Opens a connection that only reads: it does not wait for a writer.</summary>
    public Task<InboxConnection> OpenReaderAsync(CancellationToken cancellationToken) => OpenAsync(gate: null, cancellationToken);

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

    private async Task<InboxConnection> OpenAsync(SemaphoreSlim? gate, CancellationToken cancellationToken)
    {
        var connection = await _dataSource.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return new InboxConnection(connection, Dialect, gate) { PreparesStatements = await PreparesStatementsAsync(connection, cancellationToken).ConfigureAwait(false) };
        }
        catch
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private async Task<bool> PreparesStatementsAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        if (!_prepareStatements)
        {
            return false;
        }

        if (_target is not { } target || !target.IsOf(connection))
        {
            target = new Target(connection.ConnectionString, connection.DataSource, await Dialect.KeepsPreparedStatementsAsync(connection, cancellationToken).ConfigureAwait(false));
            _target = target;
        }

        return target.KeepsPreparedStatements;
    }

    /// <summary>Where a connection leads to. Not a record: a connection string may have a password, which must not be in a text.</summary>
    /// <param name="connectionString">The connection string.</param>
    /// <param name="server">The server, which is one of several if the connection string names several.</param>
    /// <param name="keepsPreparedStatements">Whether statements stay prepared there.</param>
    private sealed class Target(string connectionString, string server, bool keepsPreparedStatements)
    {
        public bool KeepsPreparedStatements => keepsPreparedStatements;

        public bool IsOf(DbConnection connection) => server == connection.DataSource && connectionString == connection.ConnectionString;
    }
}
