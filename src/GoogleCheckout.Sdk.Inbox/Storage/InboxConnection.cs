using System.Data;
using System.Data.Common;
using System.Globalization;

namespace GoogleCheckout.Inbox.Storage;

/// <summary>An open connection with at most one transaction. Disposing it rolls back uncommitted changes.</summary>
internal sealed class InboxConnection(DbConnection connection, Dialect dialect, SemaphoreSlim? gate) : IAsyncDisposable
{
    private const string Ended = "The handler ended the inbox's transaction, or a database error that it caught did. Leave the transaction open: the inbox commits it after the handler returns.";

    // MariaDB and MySQL report a savepoint that does not exist as an error of syntax or access.
    private const string NoSavepoint = "42000";

    private long? _transactionId;
    private bool _isAbandoned;

    /// <summary>The open transaction; null if there is none.</summary>
    public DbTransaction? Transaction { get; private set; }

    /// <summary>The id of the transaction that a handler received; null if none did.</summary>
    public long? TransactionId => _transactionId;

    /// <summary>Whether each statement is prepared before it is executed, which the database does once for each connection.</summary>
    public bool PreparesStatements { get; init; }

    /// <summary>Creates an object for statements in a transaction of the caller, who ends and disposes it.</summary>
    public static InboxConnection Within(DbTransaction transaction, DbConnection connection, Dialect dialect, bool preparesStatements) =>
        new(connection, dialect, gate: null) { Transaction = transaction, PreparesStatements = preparesStatements };

    /// <summary>Begins a transaction, after a rollback of one that was not committed.</summary>
    public Task BeginAsync(CancellationToken cancellationToken) => BeginAsync(dialect.Isolation, cancellationToken);

    /// <summary>Begins a transaction, after a rollback of one that was not committed.</summary>
    public async Task BeginAsync(IsolationLevel isolation, CancellationToken cancellationToken)
    {
        await EndAsync().ConfigureAwait(false);
        Transaction = await connection.BeginTransactionAsync(isolation, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Stores the id of the transaction that a handler receives, as read with <see cref="Dialect.TransactionId"/>, so that
    /// <see cref="CommitAsync"/> can detect another transaction.
    /// </summary>
    public void TrackTransaction(object transactionId) => _transactionId = Convert.ToInt64(transactionId, CultureInfo.InvariantCulture);

    /// <summary>
    /// Executes statements and commits. Fails if the transaction is no longer valid: a handler may have ended it, or may have
    /// caught a database error, after which PostgreSQL would accept the COMMIT alone but roll back silently, and MariaDB and MySQL
    /// may have rolled back already.
    /// </summary>
    /// <returns>The first row of each statement that returns rows; null if it returned none.</returns>
    /// <exception cref="InvalidOperationException">The handler ended the transaction.</exception>
    public async Task<IReadOnlyList<object[]?>> CommitAsync(params Statement[] last)
    {
        IReadOnlyList<object[]?> rows;
        if (dialect.CommitsInBatch)
        {
            Statement[] check = _transactionId is null ? [] : [new Statement($"SELECT {dialect.TransactionId}")];
            rows = await ReadAsync([.. last, .. check, new Statement("COMMIT")], CancellationToken.None).ConfigureAwait(false);
            if (_transactionId is { } expected && !expected.Equals(rows[^1]![0]))
            {
                throw new InvalidOperationException(Ended);
            }
        }
        else
        {
            rows = await ExecuteLastAsync(last).ConfigureAwait(false);
            await Transaction!.CommitAsync(CancellationToken.None).ConfigureAwait(false);
        }

        await EndAsync().ConfigureAwait(false);
        return rows;
    }

    /// <summary>Executes a statement.</summary>
    /// <returns>The number of rows that it changed.</returns>
    public async Task<int> ExecuteAsync(Statement statement, CancellationToken cancellationToken)
    {
        var command = await CreatePreparedCommandAsync(statement, cancellationToken).ConfigureAwait(false);
        await using (command.ConfigureAwait(false))
        {
            return await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Executes the statements of a script, which are not prepared: each may need the one before it.</summary>
    public async Task ExecuteScriptAsync(string script, CancellationToken cancellationToken)
    {
        var command = CreateCommand(new Statement(script));
        await using (command.ConfigureAwait(false))
        {
            await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Executes statements, in one round trip if the driver supports batches.</summary>
    /// <returns>The first row of each statement that returns rows; null if it returned none.</returns>
    public async Task<IReadOnlyList<object[]?>> ReadAsync(Statement[] statements, CancellationToken cancellationToken)
    {
        var rows = new List<object[]?>();
        if (dialect.UsesBatches && statements.Length > 0)
        {
            var batch = CreateBatch(statements);
            await using (batch.ConfigureAwait(false))
            {
                if (PreparesStatements)
                {
                    await batch.PrepareAsync(cancellationToken).ConfigureAwait(false);
                }

                await AddFirstRowsAsync(rows, await batch.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
            }

            return rows;
        }

        foreach (var statement in statements)
        {
            var command = await CreatePreparedCommandAsync(statement, cancellationToken).ConfigureAwait(false);
            await using (command.ConfigureAwait(false))
            {
                await AddFirstRowsAsync(rows, await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
            }
        }

        return rows;
    }

    /// <summary>Returns all rows of a query; empty if there are none.</summary>
    public async Task<List<T>> ReadAllAsync<T>(Statement statement, Func<DbDataReader, T> read, CancellationToken cancellationToken)
    {
        var rows = new List<T>();
        var command = await CreatePreparedCommandAsync(statement, cancellationToken).ConfigureAwait(false);
        await using (command.ConfigureAwait(false))
        {
            var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                {
                    rows.Add(read(reader));
                }
            }
        }

        return rows;
    }

    /// <summary>Disposing then does nothing, because a handler still uses the connection: call <see cref="CloseAsync"/>.</summary>
    public void Abandon() => _isAbandoned = true;

    public async ValueTask DisposeAsync()
    {
        if (_isAbandoned)
        {
            return;
        }

        try
        {
            await EndAsync().ConfigureAwait(false);
        }
        finally
        {
            await CloseAsync().ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Closes the connection without disposing the transaction, which this rolls back, too. Npgsql uses a disposed transaction object
    /// again, for another caller, and a handler that still runs has this one.
    /// </summary>
    public async Task CloseAsync()
    {
        try
        {
            await connection.DisposeAsync().ConfigureAwait(false);
        }
        finally
        {
            gate?.Release();
        }
    }

    // The check comes first: in a transaction that has ended, the statements after it would take effect at once.
    private async Task<IReadOnlyList<object[]?>> ExecuteLastAsync(Statement[] last)
    {
        if (_transactionId is null || dialect.CheckTransaction is not { } check)
        {
            return await ReadAsync(last, CancellationToken.None).ConfigureAwait(false);
        }

        try
        {
            return await ReadAsync([new Statement(check), .. last], CancellationToken.None).ConfigureAwait(false);
        }
        catch (DbException e) when (e.SqlState == NoSavepoint)
        {
            throw new InvalidOperationException(Ended, e);
        }
    }

    private async Task EndAsync()
    {
        if (Transaction is not null)
        {
            await Transaction.DisposeAsync().ConfigureAwait(false);
            Transaction = null;
        }
    }

    // Read to the end: an error of a later statement is only reported there.
    private static async Task AddFirstRowsAsync(List<object[]?> rows, DbDataReader reader, CancellationToken cancellationToken)
    {
        await using (reader.ConfigureAwait(false))
        {
            do
            {
                if (reader.FieldCount > 0)
                {
                    rows.Add(await ReadFirstRowAsync(reader, cancellationToken).ConfigureAwait(false));
                }
            }
            while (await reader.NextResultAsync(cancellationToken).ConfigureAwait(false));
        }
    }

    private static async Task<object[]?> ReadFirstRowAsync(DbDataReader reader, CancellationToken cancellationToken)
    {
        object[]? row = null;
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            if (row is null)
            {
                row = new object[reader.FieldCount];
                reader.GetValues(row);
            }
        }

        return row;
    }

    private async Task<DbCommand> CreatePreparedCommandAsync(Statement statement, CancellationToken cancellationToken)
    {
        var command = CreateCommand(statement);
        if (PreparesStatements)
        {
            await command.PrepareAsync(cancellationToken).ConfigureAwait(false);
        }

        return command;
    }

    private DbCommand CreateCommand(Statement statement)
    {
        var command = connection.CreateCommand();
        command.Transaction = Transaction;
        command.CommandText = statement.Sql;
        AddParameters(command.Parameters, statement, command.CreateParameter);
        return command;
    }

    private DbBatch CreateBatch(Statement[] statements)
    {
        var batch = connection.CreateBatch();
        batch.Transaction = Transaction;
        foreach (var statement in statements)
        {
            var command = batch.CreateBatchCommand();
            command.CommandText = statement.Sql;
            AddParameters(command.Parameters, statement, command.CreateParameter);
            batch.BatchCommands.Add(command);
        }

        return batch;
    }

    private void AddParameters(DbParameterCollection parameters, Statement statement, Func<DbParameter> create)
    {
        foreach (var (name, value) in statement.Parameters)
        {
            var parameter = create();
            parameter.ParameterName = "@" + name;
            parameter.Value = value is null ? DBNull.Value : dialect.ToParameter(value);
            parameters.Add(parameter);
        }
    }
}
