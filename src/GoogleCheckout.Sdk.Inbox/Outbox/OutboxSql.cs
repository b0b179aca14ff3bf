using System.Globalization;
using GoogleCheckout.Inbox.Storage;
using GoogleCheckout.Orders;

namespace GoogleCheckout.Outbox;

/// <summary>All SQL statements of the outbox except its schema. <see cref="PostgreSqlOutboxSql"/> and <see cref="MySqlOutboxSql"/> have those that differ as a whole.</summary>
internal class OutboxSql(Dialect dialect, string prefix)
{
    // The error text of an attempt until it ends, and if it never does.
    private const string NotEnded = "The attempt did not end: the program ended, or its connection to the database was lost.";

    /// <summary>Checks that the connection, and with it the lock of the order, still exists.</summary>
    public static Statement Ping { get; } = new("SELECT 1");

    protected Dialect Dialect => dialect;

    protected string Commands { get; } = prefix + "commands";

    protected string Orders { get; } = prefix + "command_orders";

    /// <summary>The table of commands in an update of one of them.</summary>
    protected virtual string CommandsById => Commands;

    /// <summary>The table of commands in an update of those of an order whose outcome is unknown.</summary>
    protected virtual string SentCommandsOfOrder => Commands;

    /// <summary>Creates the statements for a database.</summary>
    public static OutboxSql For(InboxDatabase database) => database.Dialect switch
    {
        PostgreSqlDialect dialect => new PostgreSqlOutboxSql(dialect, database.Tables.Prefix),
        MySqlDialect dialect => new MySqlOutboxSql(dialect, database.Tables.Prefix),
        var dialect => new OutboxSql(dialect, database.Tables.Prefix),
    };

    /// <summary>
    /// Whether <see cref="FindDue"/> locks the order and nothing else, so that the attempt can go on in its transaction. MariaDB and MySQL lock the command,
    /// too, which is updated on another connection.
    /// </summary>
    public virtual bool FindsLocked => false;

    /// <summary>Finds the order's row without a lock; null if <see cref="AddOrder"/> does not wait for a worker that has locked it.</summary>
    public virtual Statement? FindOrder(string merchant, string orderNumber) => null;

    /// <summary>Creates the order's row if it is missing.</summary>
    public Statement AddOrder(string merchant, string orderNumber) => new(
        $"{dialect.InsertNew} {Orders} (merchant, google_order_number) VALUES (@merchant, @order) {dialect.IfNew("merchant, google_order_number")}",
        ("merchant", merchant), ("order", orderNumber));

    /// <summary>Records a command; returns no row if its key is known.</summary>
    public Statement Add(OrderCommand command, string merchant, string? key, DateTime? deadline, DateTime now) => new(
        $"""
        {dialect.InsertNew} {Commands} (merchant, google_order_number, command_key, kind, command, enqueued_at, deadline, state, next_attempt_at)
        VALUES (@merchant, @order, @key, @kind, @command, @now, @deadline, 'pending', @now)
        {dialect.IfNew("merchant, command_key")}
        {dialect.Returning("1")}
        """,
        ("merchant", merchant), ("order", command.GoogleOrderNumber.Trim()), ("key", key), ("kind", command.GetType().Name), ("command", command.ToXmlString()), ("now", now), ("deadline", deadline));

    /// <summary>Finds the command to execute next: the first one of an order that is due, if no other worker has locked the order.</summary>
    /// <returns>The queries to execute one after the other, until one returns a row.</returns>
    public virtual IReadOnlyList<Statement> FindDue(DateTime now) => [new(
        $"""
        SELECT {StoredColumns}
        FROM ({DueOrder}) AS held
        JOIN {Commands} AS c ON c.id = ({FirstOf("id", "held")})
        """,
        ("now", now))];

    /// <summary>
    /// Counts an attempt before it starts, and sets when the next one is due if the program fails. Changes no row if another worker was faster, even if it
    /// did not count its attempt in the end, but sent the command.
    /// </summary>
    public Statement CountAttempt(StoredCommand stored, DateTime next) => new(
        $"UPDATE {CommandsById} SET attempts = attempts + 1, next_attempt_at = @next, last_fault = @error {ThisAttempt} AND CASE WHEN sent_at IS NULL THEN 0 ELSE 1 END = @sent {dialect.Returning("1")}",
        [("next", next), ("error", NotEnded), ("sent", stored.WasSent ? 1 : 0), .. Attempt(stored)]);

    /// <summary>Locks the order's row; returns no row if another transaction has locked it.</summary>
    public Statement TryLockOrder(StoredCommand stored) => new(
        $"SELECT {dialect.TransactionId} FROM {Orders} WHERE merchant = @merchant AND google_order_number = @order {dialect.LockFreeRows}",
        ("merchant", stored.Merchant), ("order", stored.OrderNumber));

    /// <summary>Returns the first pending command of an order, and its number of attempts.</summary>
    public Statement FindFirst(StoredCommand stored) => new(
        $"SELECT id, attempts FROM {Commands} WHERE state = 'pending' AND merchant = @merchant AND google_order_number = @order ORDER BY id LIMIT 1",
        ("merchant", stored.Merchant), ("order", stored.OrderNumber));

    /// <summary>
    /// Records that a command is about to be sent, and the total that it is to reach. Until the request must be over, the command is not due for
    /// other workers: if the database fails, this worker loses the lock of the order while its request goes on. Changes no row if another worker
    /// has taken it.
    /// </summary>
    public Statement BeginSend(StoredCommand stored, Money? target, Money? amount, DateTime now, DateTime over) => new(
        $"UPDATE {CommandsById} SET sent_at = @now, target = @target, amount = @amount, next_attempt_at = CASE WHEN next_attempt_at < @over THEN @over ELSE next_attempt_at END {ThisAttempt}",
        [("now", now), ("target", ToText(target)), ("amount", ToText(amount)), ("over", over), .. Attempt(stored)]);

    /// <summary>Returns the other commands of the order whose outcome is unknown: dead letters, which are no longer pending.</summary>
    public Statement FindOtherSent(StoredCommand stored) => new(
        $"SELECT id, kind, target FROM {Commands} WHERE merchant = @merchant AND google_order_number = @order AND sent_at IS NOT NULL AND id <> @id",
        ("merchant", stored.Merchant), ("order", stored.OrderNumber), ("id", stored.Id));

    /// <summary>Records that a dead letter was executed.</summary>
    public Statement MarkExecuted(long id) => new($"UPDATE {CommandsById} SET executed = 1 WHERE id = @id", ("id", id));

    /// <summary>Records that the outcome of each command of the order is known.</summary>
    public Statement Resolve(StoredCommand stored) => new(
        $"UPDATE {SentCommandsOfOrder} SET sent_at = NULL WHERE merchant = @merchant AND google_order_number = @order AND sent_at IS NOT NULL",
        ("merchant", stored.Merchant), ("order", stored.OrderNumber));

    /// <summary>Marks a command, whose outcome is known, as done or failed. Changes no row if another worker has taken it.</summary>
    public Statement End(StoredCommand stored, bool succeeded, string? reason, DateTime now) => new(
        $"UPDATE {CommandsById} SET state = @state, ended_at = @now, next_attempt_at = NULL, sent_at = NULL, waits_for = NULL, last_fault = @reason {ThisAttempt} {dialect.Returning("1")}",
        [("state", succeeded ? "done" : "failed"), ("now", now), ("reason", reason), .. Attempt(stored)]);

    /// <summary>Postpones a command whose order waits, and does not count the attempt.</summary>
    public Statement Postpone(StoredCommand stored, string reason, DateTime next) => new(
        $"UPDATE {CommandsById} SET attempts = attempts - 1, next_attempt_at = @next, waits_for = @reason, last_fault = NULL {ThisAttempt}",
        [("next", next), ("reason", reason), .. Attempt(stored)]);

    /// <summary>Undoes the count of an attempt that did not take place.</summary>
    public Statement UndoAttempt(StoredCommand stored, DateTime now) => new(
        $"UPDATE {CommandsById} SET attempts = attempts - 1, next_attempt_at = @now, last_fault = NULL {ThisAttempt}",
        [("now", now), .. Attempt(stored)]);

    /// <summary>Records a failed attempt, and when the next one is due.</summary>
    public Statement RecordFailure(StoredCommand stored, string error, DateTime next) => new(
        $"UPDATE {CommandsById} SET last_fault = @error, next_attempt_at = @next, waits_for = NULL {ThisAttempt}",
        [("error", error), ("next", next), .. Attempt(stored)]);

    /// <summary>Marks a command as a dead letter. If the error is null, the recorded one is kept.</summary>
    public Statement MarkDead(StoredCommand stored, string? error, DateTime now) => new(
        $"UPDATE {CommandsById} SET state = 'dead', ended_at = @now, next_attempt_at = NULL, last_fault = COALESCE(@error, last_fault) {ThisAttempt}",
        [("error", error), ("now", now), .. Attempt(stored)]);

    /// <summary>
    /// Counts pending commands and dead letters, and returns the time since which the oldest command has waited. Of an order, only its first command
    /// counts. If it is postponed, it waits from its next attempt on, which is in the future as long as workers run.
    /// </summary>
    public Statement CountQueue() => new(
        $"""
        SELECT (SELECT count(*) FROM {Commands} WHERE state = 'pending'),
            (SELECT min(CASE WHEN c.waits_for IS NULL THEN c.enqueued_at ELSE c.next_attempt_at END)
             FROM (SELECT min(id) AS id FROM {Commands} WHERE state = 'pending' GROUP BY merchant, google_order_number) AS first
             JOIN {Commands} AS c ON c.id = first.id),
            (SELECT count(*) FROM {Commands} WHERE state = 'dead')
        """);

    /// <summary>Returns a page of dead letters, in the order in which they were recorded.</summary>
    public Statement ListDead(long after, int count) => new(
        $"""
        SELECT id, merchant, google_order_number, command_key, kind, attempts, last_fault, enqueued_at, ended_at, CASE WHEN sent_at IS NULL THEN 0 ELSE 1 END
        FROM {Commands} WHERE state = 'dead' AND id > @after ORDER BY id LIMIT @count
        """,
        ("after", after), ("count", count));

    /// <summary>
    /// Puts a dead letter back into the queue with no attempts. If its outcome is known, later commands may have moved money since, so its total is
    /// computed again.
    /// </summary>
    public Statement Retry(long id, DateTime now) => new(
        $"UPDATE {CommandsById} SET state = 'pending', attempts = 0, next_attempt_at = @now, ended_at = NULL, target = CASE WHEN sent_at IS NULL THEN NULL ELSE target END WHERE state = 'dead' AND id = @id",
        ("id", id), ("now", now));

    /// <summary>Marks a dead letter as failed without its handler. Whether it was sent stays known to the later commands of its order.</summary>
    public Statement Drop(long id, DateTime now) => new(
        $"UPDATE {CommandsById} SET state = 'failed', ended_at = @now WHERE state = 'dead' AND id = @id",
        ("id", id), ("now", now));

    /// <summary>Deletes up to a number of commands that ended before a time.</summary>
    public virtual Statement Prune(DateTime before, int count) => new(
        $"DELETE FROM {Commands} WHERE id IN (SELECT id FROM {Commands} WHERE state IN ('done', 'failed') AND sent_at IS NULL AND ended_at < @before ORDER BY ended_at LIMIT @count)",
        ("before", before), ("count", count));

    /// <summary>Returns and locks up to a number of orders without a command, except those that another transaction has locked.</summary>
    public virtual Statement LockEmptyOrders(int count) => new(
        $"SELECT o.merchant, o.google_order_number FROM {Orders} AS o WHERE {HasNoCommand} LIMIT @count {(dialect.IsSingleWriter ? string.Empty : "FOR UPDATE SKIP LOCKED")}",
        ("count", count));

    /// <summary>Deletes a locked order. If a command is being recorded for it, <see cref="AddMissingOrders"/> creates the order again.</summary>
    public Statement PruneOrder(string merchant, string orderNumber) => new(
        $"DELETE FROM {Orders} WHERE merchant = @merchant AND google_order_number = @order",
        ("merchant", merchant), ("order", orderNumber));

    /// <summary>Creates the orders of due commands that do not exist: they were pruned while a command was being recorded.</summary>
    public Statement AddMissingOrders(DateTime now) => new(
        $"""
        {dialect.InsertNew} {Orders} (merchant, google_order_number)
        SELECT DISTINCT c.merchant, c.google_order_number FROM {Commands} AS c
        WHERE c.state = 'pending' AND c.next_attempt_at <= @now
        AND NOT EXISTS (SELECT 1 FROM {Orders} AS o WHERE o.merchant = c.merchant AND o.google_order_number = c.google_order_number)
        {dialect.IfNew("merchant, google_order_number")}
        """,
        ("now", now));

    /// <summary>The condition that an order has no command.</summary>
    protected string HasNoCommand => $"NOT EXISTS (SELECT 1 FROM {Commands} AS c WHERE c.merchant = o.merchant AND c.google_order_number = o.google_order_number)";

    /// <summary>The columns of a stored command, in the order in which they are read, and then the id of the transaction.</summary>
    protected string StoredColumns =>
        $"""
        c.id, c.merchant, c.google_order_number, c.attempts, c.command_key, c.command, c.deadline, c.target, c.amount, c.kind,
            CASE WHEN c.sent_at IS NULL THEN 0 ELSE 1 END, c.executed,
            CASE WHEN EXISTS (SELECT 1 FROM {Commands} AS s WHERE s.merchant = c.merchant AND s.google_order_number = c.google_order_number AND s.sent_at IS NOT NULL) THEN 1 ELSE 0 END,
            {Dialect.TransactionId}
        """;

    protected virtual string FirstOf(string column, string order) =>
        $"""
        SELECT f.{column} FROM {Commands} AS f
        WHERE f.state = 'pending' AND f.merchant = {order}.merchant AND f.google_order_number = {order}.google_order_number
        ORDER BY f.id LIMIT 1
        """;

    /// <summary>The query of the order whose first command is due for the longest time.</summary>
    protected string DueOrder =>
        $"""
        SELECT o.merchant, o.google_order_number
        FROM {Commands} AS due
        JOIN {Orders} AS o ON o.merchant = due.merchant AND o.google_order_number = due.google_order_number
        WHERE due.state = 'pending' AND due.next_attempt_at <= @now AND ({FirstOf("next_attempt_at", "due")}) <= @now
        ORDER BY due.next_attempt_at, due.id
        LIMIT 1
        """;

    // Not state = 'pending': PostgreSQL would read all due commands by their index, if there were none when it last analyzed the table.
    private static string ThisAttempt => "WHERE id = @id AND attempts = @attempts AND CASE state WHEN 'pending' THEN 1 ELSE 0 END = 1";

    private static (string, object?)[] Attempt(StoredCommand stored) => [("id", stored.Id), ("attempts", stored.Attempts)];

    private static string? ToText(Money? money) => money?.ToString(null, CultureInfo.InvariantCulture);
}
