using System.Data;
using System.Data.Common;
using GoogleCheckout.Inbox.Options;

namespace GoogleCheckout.Inbox.Storage;

/// <summary>The differences between the databases: what the connection needs to know, and the words that SQL statements are composed of.</summary>
internal abstract class Dialect
{
    public static Dialect PostgreSql { get; } = new PostgreSqlDialect();

    public static Dialect Sqlite { get; } = new SqliteDialect();

    public static Dialect MySql { get; } = new MySqlDialect();

    /// <summary>The name of the script that creates the tables.</summary>
    public abstract string SchemaScript { get; }

    /// <summary>PostgreSQL and MariaDB must read rows that were committed while they waited for a lock; SQLite must take its only lock at the beginning.</summary>
    public virtual IsolationLevel Isolation => IsolationLevel.ReadCommitted;

    /// <summary>The isolation level at which empty orders are deleted.</summary>
    public virtual IsolationLevel PruningIsolation => Isolation;

    /// <summary>Whether the database allows one writer at a time. Connections then wait for each other before they are opened.</summary>
    public virtual bool IsSingleWriter => false;

    /// <summary>Whether statements are sent together, in one round trip.</summary>
    public virtual bool UsesBatches => true;

    /// <summary>Whether the COMMIT is one of those statements: it must be valid beside the driver's own transaction, which must need no further round trip to notice it.</summary>
    public virtual bool CommitsInBatch => false;

    /// <summary>The SQL expression that identifies the transaction or its session, for <see cref="EndSession"/> and, if it changes with each transaction, to detect that a handler has ended it.</summary>
    public abstract string TransactionId { get; }

    /// <summary>The statement after which <see cref="CheckTransaction"/> succeeds in this transaction only; null if <see cref="TransactionId"/> or the driver detects that it ended.</summary>
    protected virtual string? MarkTransaction => null;

    /// <summary>The statement that fails if the transaction that was marked has ended, for any reason.</summary>
    public virtual string? CheckTransaction => null;

    /// <summary>The query that counts the existing tables of the inbox.</summary>
    public abstract string CountTables { get; }

    /// <summary>The statement that keeps other programs from creating the tables concurrently; null if each statement of the script does, or the transaction.</summary>
    public virtual string? SchemaLock => null;

    /// <summary>The statement that ends the session of a transaction from another one; null if closing the connection does.</summary>
    public virtual string? EndSession => null;

    /// <summary>Statements to execute before a search in the same transaction.</summary>
    public virtual IReadOnlyList<Statement> SearchSettings => [];

    /// <summary>Statements to execute after a search whose transaction goes on, which undo <see cref="SearchSettings"/>.</summary>
    public virtual IReadOnlyList<Statement> SearchEnd => [];

    /// <summary>The first words of an insert of a row that may exist.</summary>
    public virtual string InsertNew => "INSERT INTO";

    /// <summary>The clause that locks the selected rows and skips those that another transaction has locked; empty if the database has no row locks.</summary>
    public virtual string LockFreeRows => string.Empty;

    /// <summary>Returns the clause, after <see cref="InsertNew"/>, that inserts nothing if a row with the same key exists.</summary>
    public virtual string IfNew(string key) => $"ON CONFLICT ({key}) DO NOTHING";

    /// <summary>Returns the clause of an insert that updates columns if a row with the same key exists.</summary>
    public virtual string OrUpdate(string key, params string[] columns) =>
        $"ON CONFLICT ({key}) DO UPDATE SET {string.Join(", ", columns.Select(column => $"{column} = excluded.{column}"))}";

    /// <summary>Returns what to append to an insert or update of one row, so that it returns an expression, and no row if it changed none.</summary>
    public virtual string Returning(string expression) => $"RETURNING {expression}";

    /// <summary>Returns the statements that limit the time for which the transaction may be idle before the database ends it.</summary>
    protected virtual IReadOnlyList<Statement> LimitIdleTime(TimeSpan limit) => [];

    /// <summary>Returns a value as the driver takes it with any of its settings.</summary>
    public virtual object ToParameter(object value) => value;

    /// <summary>Returns the statements that begin a transaction in which a handler runs.</summary>
    public IReadOnlyList<Statement> PrepareForHandler(TimeSpan idleLimit) =>
        [.. LimitIdleTime(idleLimit), .. MarkTransaction is { } mark ? new[] { new Statement(mark) } : []];

    /// <summary>
    /// Returns whether a statement that was prepared on a connection stays prepared for its later transactions, so that preparing it is worth its time.
    /// </summary>
    public virtual Task<bool> KeepsPreparedStatementsAsync(DbConnection connection, CancellationToken cancellationToken) => Task.FromResult(false);

    /// <summary>Creates the statements of the inbox.</summary>
    public virtual InboxSql CreateSql(Tables tables) => new(this, tables);

    /// <summary>Returns the dialect for the type of the data source's connections.</summary>
    /// <exception cref="ArgumentException">The connections are of another driver, or each of them has a separate database.</exception>
    public static Dialect ForDataSource(DbDataSource dataSource)
    {
        using var connection = dataSource.CreateConnection();
        return connection.GetType().FullName switch
        {
            "Npgsql.NpgsqlConnection" => PostgreSql,
            "MySqlConnector.MySqlConnection" => MySql,
            "Microsoft.Data.Sqlite.SqliteConnection" => SqliteSharing.GetError(connection) is { } error ? throw new ArgumentException(error, nameof(dataSource)) : Sqlite,
            var other => throw new ArgumentException(
                $"The inbox cannot use connections of type {other}. It supports PostgreSQL with Npgsql.NpgsqlConnection, MariaDB and MySQL with MySqlConnector.MySqlConnection, and SQLite with Microsoft.Data.Sqlite.SqliteConnection: pass a data source that creates one of these.",
                nameof(dataSource)),
        };
    }
}
