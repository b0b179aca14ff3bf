namespace GoogleCheckout.Inbox;

/// <summary>What the tests of the inbox are run on.</summary>
public enum DatabaseKind
{
    PostgreSql,
    MariaDb,
    Sqlite,
}
