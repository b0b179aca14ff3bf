using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Reflection;

namespace GoogleCheckout.Inbox.Storage;

/// <summary>PostgreSQL 12 or later, with Npgsql.</summary>
internal sealed class PostgreSqlDialect : Dialect
{
    public override string SchemaScript => "postgresql.sql";

    public override bool CommitsInBatch => true;

    public override string TransactionId => "txid_current()";

    public override string CountTables =>
        "SELECT count(*) FROM unnest(ARRAY[@orders, @notifications, @tokens]) AS wanted (name) WHERE to_regclass(wanted.name) IS NOT NULL";

    public override string SchemaLock => "SELECT pg_advisory_xact_lock(7102713466113)";

    // The id of the transaction has 64 bits, and that of the view its lower 32. The session ends shortly after the function returns.
    public override string EndSession =>
        "SELECT pg_terminate_backend(pid), pg_sleep(0.1) FROM pg_stat_activity WHERE backend_xid::text::bigint = @transaction % 4294967296";

    /// <summary>
    /// Causes PostgreSQL to read the index of due notifications in order, up to the first match. A queue grows faster than its
    /// statistics; with those of an empty queue, PostgreSQL would read and sort all pending notifications for each one. The second
    /// setting causes it to keep the plan of a prepared search, which it would otherwise replace each time with an equal one.
    /// </summary>
    public override IReadOnlyList<Statement> SearchSettings { get; } = [new("SET LOCAL enable_sort = off"), new("SET LOCAL plan_cache_mode = force_generic_plan")];

    public override IReadOnlyList<Statement> SearchEnd { get; } = [new("SET LOCAL enable_sort TO DEFAULT"), new("SET LOCAL plan_cache_mode TO DEFAULT")];

    // This lock lets others lock the key, as the storing of a notification does.
    public override string LockFreeRows => "FOR NO KEY UPDATE SKIP LOCKED";

    /// <summary>
    /// A pool between the program and PostgreSQL, such as PgBouncer, may execute each transaction in another session, in which the name of a prepared
    /// statement may stand for another statement. The process id that the driver has is then not that of the session.
    /// </summary>
    public override async Task<bool> KeepsPreparedStatementsAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        if (GetProcessId(connection) is not { } processId)
        {
            return false;
        }

        var command = connection.CreateCommand();
        await using (command.ConfigureAwait(false))
        {
            command.CommandText = "SELECT pg_backend_pid()";
            return processId.Equals(await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false));
        }
    }

    protected override IReadOnlyList<Statement> LimitIdleTime(TimeSpan limit) =>
        [new(string.Create(CultureInfo.InvariantCulture, $"SET LOCAL idle_in_transaction_session_timeout = {(int)limit.TotalMilliseconds}"))];

    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = "If the property was trimmed away, statements are not prepared.")]
    private static object? GetProcessId(DbConnection connection)
    {
        try
        {
            return connection.GetType().GetProperty("ProcessID")?.GetValue(connection);
        }
        catch (TargetInvocationException)
        {
            // With Npgsql's multiplexing, a connection has no process, and cannot prepare statements.
            return null;
        }
    }
}
