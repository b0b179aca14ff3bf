using System.Data;
using System.Data.Common;

namespace GoogleCheckout.Inbox.Storage;

/// <summary>The few words in which the two databases differ. All other SQL is the same for both.</summary>
internal sealed class Dialect
{
    public static Dialect PostgreSql { get; } = new()
    {
        SchemaScript = "postgresql.sql",
        Isolation = IsolationLevel.ReadCommitted,
        IsSingleWriter = false,
        TransactionId = "txid_current()",
        CountTables = "SELECT count(*) FROM unnest(ARRAY[@orders, @notifications, @tokens]) AS wanted (name) WHERE to_regclass(wanted.name) IS NOT NULL",
        SchemaLock = "SELECT pg_advisory_xact_lock(7102713466113)",
    };

    public static Dialect Sqlite { get; } = new()
    {
        SchemaScript = "sqlite.sql",
        Isolation = IsolationLevel.Serializable,
        IsSingleWriter = true,
        TransactionId = "1",
        CountTables = "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name IN (@orders, @notifications, @tokens)",
    };

    private Dialect()
    {
    }

    /// <summary>The file that makes the tables.</summary>
    public required string SchemaScript { get; init; }

    /// <summary>PostgreSQL must see what was committed while it waited for a lock; SQLite must have its only lock from the beginning.</summary>
    public required IsolationLevel Isolation { get; init; }

    /// <summary>Whether the database has one writer at a time, so that handlers queue up before it rather than in it.</summary>
    public required bool IsSingleWriter { get; init; }

    /// <summary>What names the transaction, to find out whether a handler has ended it.</summary>
    public required string TransactionId { get; init; }

    /// <summary>How many of the tables there are.</summary>
    public required string CountTables { get; init; }

    /// <summary>Keeps other programs from making the tables at the same time; null where the transaction does.</summary>
    public string? SchemaLock { get; init; }

    /// <summary>A locking clause, where the database has locks on rows.</summary>
    public string Lock(string clause) => IsSingleWriter ? string.Empty : clause;

    /// <summary>Tells a database by the type of its connections.</summary>
    /// <exception cref="ArgumentException">It is neither of the two.</exception>
    public static Dialect Of(DbDataSource dataSource)
    {
        using var connection = dataSource.CreateConnection();
        return connection.GetType().FullName switch
        {
            "Npgsql.NpgsqlConnection" => PostgreSql,
            "Microsoft.Data.Sqlite.SqliteConnection" => Sqlite,
            var other => throw new ArgumentException(
                $"The inbox cannot use connections of type {other}. It works on PostgreSQL with Npgsql.NpgsqlConnection and on SQLite with Microsoft.Data.Sqlite.SqliteConnection: give it a data source that makes one of these.",
                nameof(dataSource)),
        };
    }
}
