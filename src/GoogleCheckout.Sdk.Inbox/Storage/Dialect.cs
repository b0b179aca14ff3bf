using System.Data;
using System.Data.Common;

namespace GoogleCheckout.Inbox.Storage;

/// <summary>The differences between the two databases. All other SQL is the same for both.</summary>
internal sealed class Dialect
{
    public static Dialect PostgreSql { get; } = new()
    {
        SchemaScript = "postgresql.sql",
        Isolation = IsolationLevel.ReadCommitted,
        IsSingleWriter = false,
        UsesBatches = true,
        TransactionId = "txid_current()",
        CountTables = "SELECT count(*) FROM unnest(ARRAY[@orders, @notifications, @tokens]) AS wanted (name) WHERE to_regclass(wanted.name) IS NOT NULL",
        SchemaLock = "SELECT pg_advisory_xact_lock(7102713466113)",

        // The id of the transaction has 64 bits, and that of the view its lower 32. The session ends shortly after the function returns.
        EndSession = "SELECT pg_terminate_backend(pid), pg_sleep(0.1) FROM pg_stat_activity WHERE backend_xid::text::bigint = @transaction % 4294967296",
    };

    public static Dialect Sqlite { get; } = new()
    {
        SchemaScript = "sqlite.sql",
        Isolation = IsolationLevel.Serializable,
        IsSingleWriter = true,
        UsesBatches = false,
        TransactionId = "1",
        CountTables = "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name IN (@orders, @notifications, @tokens)",
    };

    private Dialect()
    {
    }

    /// <summary>The name of the script that creates the tables.</summary>
    public required string SchemaScript { get; init; }

    /// <summary>PostgreSQL must read rows that were committed while it waited for a lock; SQLite must take its only lock at the beginning.</summary>
    public required IsolationLevel Isolation { get; init; }

    /// <summary>Whether the database allows one writer at a time. Connections then wait for each other before they are opened.</summary>
    public required bool IsSingleWriter { get; init; }

    /// <summary>
    /// Whether statements are sent together, with the COMMIT as one of them. A driver that can create batches is not enough: the
    /// COMMIT must also be valid beside the driver's own transaction.
    /// </summary>
    public required bool UsesBatches { get; init; }

    /// <summary>The SQL expression that identifies the transaction, to detect that a handler has ended it.</summary>
    public required string TransactionId { get; init; }

    /// <summary>The query that counts the existing tables of the inbox.</summary>
    public required string CountTables { get; init; }

    /// <summary>The statement that keeps other programs from creating the tables concurrently; null if the transaction does.</summary>
    public string? SchemaLock { get; init; }

    /// <summary>The statement that ends the session of a transaction from another one; null if closing the connection does.</summary>
    public string? EndSession { get; init; }

    /// <summary>Returns the locking clause; empty if the database has no row locks.</summary>
    public string Lock(string clause) => IsSingleWriter ? string.Empty : clause;

    /// <summary>Returns the dialect for the type of the data source's connections.</summary>
    /// <exception cref="ArgumentException">The connections are neither Npgsql's nor Microsoft.Data.Sqlite's, or each of them has a separate database.</exception>
    public static Dialect ForDataSource(DbDataSource dataSource)
    {
        using var connection = dataSource.CreateConnection();
        return connection.GetType().FullName switch
        {
            "Npgsql.NpgsqlConnection" => PostgreSql,
            "Microsoft.Data.Sqlite.SqliteConnection" => SqliteSharing.GetError(connection) is { } error ? throw new ArgumentException(error, nameof(dataSource)) : Sqlite,
            var other => throw new ArgumentException(
                $"The inbox cannot use connections of type {other}. It supports PostgreSQL with Npgsql.NpgsqlConnection and SQLite with Microsoft.Data.Sqlite.SqliteConnection: pass a data source that creates one of these.",
                nameof(dataSource)),
        };
    }
}
