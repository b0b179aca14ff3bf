using System.Data.Common;
using System.Globalization;
using GoogleCheckout.Inbox.Options;
using GoogleCheckout.Inbox.Storage;

namespace GoogleCheckout.Outbox;

/// <summary>Creates the outbox's tables. The host does so when it starts, unless <see cref="CheckoutOutboxOptions.CreateSchema"/> is false.</summary>
public static class CheckoutOutboxSchema
{
    /// <summary>Creates the tables if they are missing. Idempotent, and safe to call from several programs concurrently.</summary>
    /// <param name="dataSource">The database: PostgreSQL with Npgsql, MariaDB or MySQL with MySqlConnector, or SQLite with Microsoft.Data.Sqlite.</param>
    /// <param name="tablePrefix">The prefix of the table names, as <see cref="CheckoutOutboxOptions.TablePrefix"/>.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>A task that completes when the tables exist.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="dataSource"/> is null.</exception>
    /// <exception cref="ArgumentException">The database is of another kind, each connection has a separate database, or the prefix is not valid. Argument exceptions are thrown at the call, all other exceptions by the returned task.</exception>
    /// <exception cref="OperationCanceledException">The operation was canceled, and no table was created.</exception>
    public static Task CreateAsync(DbDataSource dataSource, string tablePrefix = Tables.DefaultPrefix, CancellationToken cancellationToken = default) =>
        CreateAsync(OpenDatabase(dataSource, tablePrefix), cancellationToken);

    /// <summary>Returns the script that creates the tables, for creating them yourself. The package contains the scripts as <c>schema/outbox-postgresql.sql</c>, <c>schema/outbox-mysql.sql</c> and <c>schema/outbox-sqlite.sql</c>.</summary>
    /// <param name="dataSource">The database. No connection is opened.</param>
    /// <param name="tablePrefix">The prefix of the table names, as <see cref="CheckoutOutboxOptions.TablePrefix"/>.</param>
    /// <returns>The SQL script for this type of database.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="dataSource"/> is null.</exception>
    /// <exception cref="ArgumentException">The database is of another kind, each connection has a separate database, or the prefix is not valid.</exception>
    public static string GetScript(DbDataSource dataSource, string tablePrefix = Tables.DefaultPrefix) => ReadScript(OpenDatabase(dataSource, tablePrefix));

    /// <exception cref="ArgumentException">The outbox cannot use the database.</exception>
    internal static InboxDatabase OpenDatabase(DbDataSource dataSource, string tablePrefix, bool prepareStatements = false)
    {
        ArgumentNullException.ThrowIfNull(dataSource);
        using var connection = dataSource.CreateConnection();
        return connection.GetType().FullName is "Npgsql.NpgsqlConnection" or "MySqlConnector.MySqlConnection" or "Microsoft.Data.Sqlite.SqliteConnection"
            ? new InboxDatabase(dataSource, tablePrefix, prepareStatements)
            : throw new ArgumentException(
                $"The outbox cannot use connections of type {connection.GetType().FullName}. It supports PostgreSQL with Npgsql.NpgsqlConnection, MariaDB and MySQL with MySqlConnector.MySqlConnection, and SQLite with Microsoft.Data.Sqlite.SqliteConnection: pass a data source that creates one of these.",
                nameof(dataSource));
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

            await connection.ExecuteScriptAsync(ReadScript(database), cancellationToken).ConfigureAwait(false);
            await connection.Transaction!.CommitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private static async Task<bool> TablesExistAsync(InboxConnection connection, InboxDatabase database, CancellationToken cancellationToken)
    {
        var names = (Orders: database.Tables.Prefix + "command_orders", Commands: database.Tables.Prefix + "commands");
        var find = database.Dialect switch
        {
            SqliteDialect => "SELECT count(*) = 2 FROM sqlite_master WHERE type = 'table' AND name IN (@orders, @commands)",
            MySqlDialect => "SELECT count(*) = 2 FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name IN (@orders, @commands)",
            _ => "SELECT to_regclass(@orders) IS NOT NULL AND to_regclass(@commands) IS NOT NULL",
        };
        var rows = await connection.ReadAsync([new Statement(find, ("orders", names.Orders), ("commands", names.Commands))], cancellationToken).ConfigureAwait(false);
        return Convert.ToBoolean(rows[0]![0], CultureInfo.InvariantCulture);
    }

    private static string ReadScript(InboxDatabase database)
    {
        using var script = typeof(CheckoutOutboxSchema).Assembly.GetManifestResourceStream("outbox-" + database.Dialect.SchemaScript)!;
        using var reader = new StreamReader(script);
        return reader.ReadToEnd().Replace(Tables.DefaultPrefix, database.Tables.Prefix, StringComparison.Ordinal);
    }
}
