using System.Data.Common;
using System.Globalization;

namespace GoogleCheckout.Inbox.Storage;

/// <summary>An open connection, and at most one transaction on it. Disposing it rolls back what was not committed.</summary>
internal sealed class InboxConnection(DbConnection connection, Dialect dialect, SemaphoreSlim? gate) : IAsyncDisposable
{
    private long _transactionId;

    /// <summary>The transaction that was begun last; null before that.</summary>
    public DbTransaction? Transaction { get; private set; }

    public async Task BeginAsync(CancellationToken cancellationToken) =>
        Transaction = await connection.BeginTransactionAsync(dialect.Isolation, cancellationToken).ConfigureAwait(false);

    /// <summary>Remembers which transaction it is, as <see cref="Dialect.TransactionId"/> was read in it.</summary>
    public void Remember(long transactionId) => _transactionId = transactionId;

    /// <summary>
    /// Commits, unless the transaction is none any more: after an error that a handler caught, PostgreSQL would take the
    /// commit and roll back without a word, and a handler may have ended the transaction by itself.
    /// </summary>
    /// <exception cref="InvalidOperationException">The handler has ended the transaction.</exception>
    public async Task CommitAsync()
    {
        if (!connection.CanCreateBatch)
        {
            await Transaction!.CommitAsync(CancellationToken.None).ConfigureAwait(false);
            return;
        }

        var id = await ReadScalarAsync([new Statement($"SELECT {dialect.TransactionId}"), new Statement("COMMIT")], CancellationToken.None).ConfigureAwait(false);
        if (ToInt64(id) != _transactionId)
        {
            throw new InvalidOperationException("The handler has ended the inbox's transaction, which is the inbox's to commit. Nothing is remembered.");
        }
    }

    /// <summary>Carries out a statement.</summary>
    /// <returns>How many rows it changed.</returns>
    public async Task<int> ExecuteAsync(Statement statement, CancellationToken cancellationToken)
    {
        var command = CreateCommand(statement);
        await using (command.ConfigureAwait(false))
        {
            return await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Carries out statements in one round trip where the driver can.</summary>
    /// <returns>The first value of the only one that returns rows; null where it returned none.</returns>
    public async Task<object?> ReadScalarAsync(Statement[] statements, CancellationToken cancellationToken) =>
        await ReadAsync(statements, reader => reader.GetValue(0), cancellationToken).ConfigureAwait(false);

    /// <summary>Carries out statements in one round trip where the driver can.</summary>
    /// <returns>The first row of the only one that returns rows; default where it returned none.</returns>
    public async Task<T?> ReadAsync<T>(Statement[] statements, Func<DbDataReader, T> read, CancellationToken cancellationToken)
    {
        if (connection.CanCreateBatch)
        {
            var batch = CreateBatch(statements);
            await using (batch.ConfigureAwait(false))
            {
                var reader = await batch.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
                return await FirstRowAsync(reader, read, cancellationToken).ConfigureAwait(false);
            }
        }

        foreach (var statement in statements[..^1])
        {
            await ExecuteAsync(statement, cancellationToken).ConfigureAwait(false);
        }

        var command = CreateCommand(statements[^1]);
        await using (command.ConfigureAwait(false))
        {
            var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            return await FirstRowAsync(reader, read, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Every row of a query.</summary>
    public async Task<List<T>> ReadAllAsync<T>(Statement statement, Func<DbDataReader, T> read, CancellationToken cancellationToken)
    {
        var rows = new List<T>();
        var command = CreateCommand(statement);
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

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (Transaction is not null)
            {
                await Transaction.DisposeAsync().ConfigureAwait(false);
            }
        }
        finally
        {
            await CloseAsync().ConfigureAwait(false);
        }
    }

    private async Task CloseAsync()
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

    private static long ToInt64(object? value) => Convert.ToInt64(value, CultureInfo.InvariantCulture);

    // To the end, because an error of a later statement is not seen before.
    private static async Task<T?> FirstRowAsync<T>(DbDataReader reader, Func<DbDataReader, T> read, CancellationToken cancellationToken)
    {
        await using (reader.ConfigureAwait(false))
        {
            var row = default(T);
            do
            {
                for (var first = true; await reader.ReadAsync(cancellationToken).ConfigureAwait(false); first = false)
                {
                    row = first ? read(reader) : row;
                }
            }
            while (await reader.NextResultAsync(cancellationToken).ConfigureAwait(false));

            return row;
        }
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

    private static void AddParameters(DbParameterCollection parameters, Statement statement, Func<DbParameter> create)
    {
        foreach (var (name, value) in statement.Parameters)
        {
            var parameter = create();
            parameter.ParameterName = "@" + name;
            parameter.Value = value ?? DBNull.Value;
            parameters.Add(parameter);
        }
    }
}
