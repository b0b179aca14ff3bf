using System.Data;

namespace GoogleCheckout.Inbox.Storage;

/// <summary>SQLite 3.35 or later, with Microsoft.Data.Sqlite.</summary>
internal sealed class SqliteDialect : Dialect
{
    public override string SchemaScript => "sqlite.sql";

    public override IsolationLevel Isolation => IsolationLevel.Serializable;

    public override bool IsSingleWriter => true;

    public override bool UsesBatches => false;

    // One writer at a time, and the driver detects a transaction that has ended.
    public override string TransactionId => "1";

    public override string CountTables => "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name IN (@orders, @notifications, @tokens)";
}
