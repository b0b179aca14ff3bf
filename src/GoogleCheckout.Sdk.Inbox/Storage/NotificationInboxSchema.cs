using System.Data.Common;
using System.Globalization;
using GoogleCheckout.Inbox.Options;
using GoogleCheckout.Inbox.Storage;

namespace GoogleCheckout.Inbox;

/// <summary>Creates the inbox's tables. The host does so when it starts, unless <see cref="NotificationInboxOptions.CreateSchema"/> is false.</summary>
public static class NotificationInboxSchema
{
    /// <summary>Creates the tables if they are missing. Idempotent, and safe to call from several programs concurrently.</summary>
    /// <param name="dataSource">The database: PostgreSQL with Npgsql, MariaDB or MySQL with MySqlConnector, or SQLite with Microsoft.Data.Sqlite.</param>
    /// <param name="tablePrefix">The prefix of the table names, as <see cref="NotificationInboxOptions.TablePrefix"/>.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>A task that completes when the tables exist.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="dataSource"/> is null.</exception>
    /// <exception cref="ArgumentException">The database is of another kind, each connection has a separate database, or the prefix is not valid. Argument exceptions are thrown at the call, all other exceptions by the returned task.</exception>
    /// <exception cref="OperationCanceledException">The operation was canceled, and no table was created.</exception>
    public static Task CreateAsync(DbDataSource dataSource, string tablePrefix = Tables.DefaultPrefix, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(dataSource);
        return CreateAsync(new InboxDatabase(dataSource, tablePrefix), cancellationToken);
    }

    /// <summary>Returns the script that creates the tables, for creating them yourself. The package contains the scripts as <c>schema/postgresql.sql</c>, <c>schema/mysql.sql</c> and <c>schema/sqlite.sql</c>.</summary>
    /// <param name="dataSource">The database. No connection is opened.</param>
    /// <param name="tablePrefix">The prefix of the table names, as <see cref="NotificationInboxOptions.TablePrefix"/>.</param>
    /// <returns>The SQL script for this type of database.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="dataSource"/> is null.</exception>
    /// <exception cref="ArgumentException">The database is of another kind, each connection has a separate database, or the prefix is not valid.</exception>
    public static string GetScript(DbDataSource dataSource, string tablePrefix = Tables.DefaultPrefix)
    {
        ArgumentNullException.ThrowIfNull(dataSource);
        return ReadScript(Dialect.ForDataSource(dataSource), new Tables(tablePrefix));
    }

    internal static async Task CreateAsync(InboxDatabase database, CancellationToken cancellationToken)
    {
        var connection = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            // A program without the right to create tables can still start if they exist.
            if (await TablesExistAsync(connection, database, cancellationToken).ConfigureAwait(false))
            {
                return;
            }

            await connection.BeginAsync(cancellationToken).ConfigureAwait(false);
            if (database.Dialect.SchemaLock is { } schemaLock)
            {
                await connection.ReadAsync([new Statement(schemaLock)], cancellationToken).ConfigureAwait(false);
            }

            await connection.ExecuteScriptAsync(ReadScript(database.Dialect, database.Tables), cancellationToken).ConfigureAwait(false);
            await connection.Transaction!.CommitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private static async Task<bool> TablesExistAsync(InboxConnection connection, InboxDatabase database, CancellationToken cancellationToken)
    {
        var tables = database.Tables;
        var count = new Statement(database.Dialect.CountTables, ("orders", tables.Orders), ("notifications", tables.Notifications), ("tokens", tables.Tokens));
        var rows = await connection.ReadAsync([count], cancellationToken).ConfigureAwait(false);
        return Convert.ToInt32(rows[0]![0], CultureInfo.InvariantCulture) == 3;
    }

    private static string ReadScript(Dialect dialect, Tables tables)
    {
        using var script = typeof(NotificationInboxSchema).Assembly.GetManifestResourceStream(dialect.SchemaScript)!;
        using var reader = new StreamReader(script);
        return reader.ReadToEnd().Replace(Tables.DefaultPrefix, tables.Prefix, StringComparison.Ordinal);
    }
}
