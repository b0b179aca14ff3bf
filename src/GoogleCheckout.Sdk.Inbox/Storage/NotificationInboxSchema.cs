using System.Data.Common;
using System.Globalization;
using GoogleCheckout.Inbox.Options;
using GoogleCheckout.Inbox.Storage;

namespace GoogleCheckout.Inbox;

/// <summary>Makes the inbox's tables. A program does that when it starts, unless <see cref="NotificationInboxOptions.CreateSchema"/> is off.</summary>
public static class NotificationInboxSchema
{
    /// <summary>Makes the tables where they are missing; it may be called often, and by several programs at once.</summary>
    /// <param name="dataSource">The database: PostgreSQL by Npgsql, or SQLite by Microsoft.Data.Sqlite.</param>
    /// <param name="tablePrefix">What the names of the tables begin with.</param>
    /// <param name="cancellationToken">Stops it; no table is made then.</param>
    /// <exception cref="ArgumentException">The database is neither of the two, or the prefix is none. It is thrown at the call; all other exceptions, by the returned task.</exception>
    public static Task CreateAsync(DbDataSource dataSource, string tablePrefix = Tables.DefaultPrefix, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(dataSource);
        return CreateAsync(new InboxDatabase(dataSource, tablePrefix), cancellationToken);
    }

    /// <summary>The script that makes the tables, for whoever makes them by hand; the package has it as <c>schema/postgresql.sql</c> and <c>schema/sqlite.sql</c>.</summary>
    /// <param name="dataSource">The database; it is not connected to.</param>
    /// <param name="tablePrefix">What the names of the tables begin with.</param>
    /// <exception cref="ArgumentException">The database is neither PostgreSQL by Npgsql nor SQLite by Microsoft.Data.Sqlite, or the prefix is none.</exception>
    public static string GetScript(DbDataSource dataSource, string tablePrefix = Tables.DefaultPrefix)
    {
        ArgumentNullException.ThrowIfNull(dataSource);
        return Script(Dialect.Of(dataSource), new Tables(tablePrefix));
    }

    internal static async Task CreateAsync(InboxDatabase database, CancellationToken cancellationToken)
    {
        var connection = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            // Whoever may not make tables can still start where they are.
            if (await AreThereAsync(connection, database, cancellationToken).ConfigureAwait(false))
            {
                return;
            }

            await connection.BeginAsync(cancellationToken).ConfigureAwait(false);
            if (database.Dialect.SchemaLock is { } schemaLock)
            {
                await connection.ReadAsync([new Statement(schemaLock)], cancellationToken).ConfigureAwait(false);
            }

            await connection.ExecuteAsync(new Statement(Script(database.Dialect, database.Tables)), cancellationToken).ConfigureAwait(false);
            await connection.Transaction!.CommitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private static async Task<bool> AreThereAsync(InboxConnection connection, InboxDatabase database, CancellationToken cancellationToken)
    {
        var tables = database.Tables;
        var count = new Statement(database.Dialect.CountTables, ("orders", tables.Orders), ("notifications", tables.Notifications), ("tokens", tables.Tokens));
        var rows = await connection.ReadAsync([count], cancellationToken).ConfigureAwait(false);
        return Convert.ToInt32(rows[0]![0], CultureInfo.InvariantCulture) == 3;
    }

    private static string Script(Dialect dialect, Tables tables)
    {
        using var script = typeof(NotificationInboxSchema).Assembly.GetManifestResourceStream(dialect.SchemaScript)!;
        using var reader = new StreamReader(script);
        return reader.ReadToEnd().Replace(Tables.DefaultPrefix, tables.Prefix, StringComparison.Ordinal);
    }
}
