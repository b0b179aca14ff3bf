using System.Data;
using System.Globalization;
using GoogleCheckout.Inbox.Options;

namespace GoogleCheckout.Inbox.Storage;

/// <summary>
/// MariaDB 10.6 or later and MySQL 8, with MySqlConnector. A comment that begins with <c>/*M!</c> is executed by MariaDB only, one
/// with <c>/*!80000</c> by MySQL only; all other SQL is what both have.
/// </summary>
internal sealed class MySqlDialect : Dialect
{
    public override string SchemaScript => "mysql.sql";

    // Its locks also cover the gaps between rows: nothing is stored for an order that is being deleted.
    public override IsolationLevel PruningIsolation => IsolationLevel.RepeatableRead;

    public override string TransactionId => "CONNECTION_ID()";

    // A deadlock ends the whole transaction, and statements after it take effect at once, one by one. Savepoints end with their transaction.
    protected override string MarkTransaction => "SAVEPOINT google_checkout_inbox";

    public override string CheckTransaction => "RELEASE SAVEPOINT google_checkout_inbox";

    public override string CountTables =>
        "SELECT count(*) FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name IN (@orders, @notifications, @tokens)";

    // The session ends shortly after the statement.
    public override string EndSession => "KILL CONNECTION @transaction; DO SLEEP(0.1)";

    // Reports other errors of the data as warnings, too. The identifiers are checked before.
    public override string InsertNew => "INSERT IGNORE INTO";

    public override string LockFreeRows => "FOR UPDATE SKIP LOCKED";

    public override string IfNew(string key) => string.Empty;

    public override string OrUpdate(string key, params string[] columns) =>
        $"ON DUPLICATE KEY UPDATE {string.Join(", ", columns.Select(column => $"{column} = VALUES({column})"))}";

    public override string Returning(string expression) => $"; SELECT {expression} FROM DUAL WHERE ROW_COUNT() > 0";

    // MySQL has no limit for transactions, only for sessions. Both are in seconds, and end with the session's use from the pool.
    protected override IReadOnlyList<Statement> LimitIdleTime(TimeSpan limit) =>
        [new(string.Create(CultureInfo.InvariantCulture, $"SET SESSION /*M! idle_transaction_timeout */ /*!80000 wait_timeout */ = {Math.Ceiling(limit.TotalSeconds)}"))];

    // The driver rejects a time in UTC if its connection string sets DateTimeKind to Local.
    public override object ToParameter(object value) => value is DateTime time ? DateTime.SpecifyKind(time, DateTimeKind.Unspecified) : value;

    public override InboxSql CreateSql(Tables tables) => new MySqlInboxSql(this, tables);
}
