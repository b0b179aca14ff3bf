using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace GoogleCheckout.Inbox.ExactlyOnce;

/// <summary>The shop on SQLite, whose one writer at a time is proven by the times of the effects alone.</summary>
internal sealed class SqliteShop(string connectionString) : Shop(Connect(connectionString))
{
    /// <summary>Uses write-ahead logging, so that readers do not block the handlers.</summary>
    public override async Task CreateAsync(CancellationToken cancellationToken)
    {
        await using var connection = await DataSource.OpenConnectionAsync(cancellationToken);
        await ExecuteAsync(connection, null, "pragma journal_mode = wal", cancellationToken);
        await base.CreateAsync(cancellationToken);
    }

    // Nobody commits while this transaction has the only lock, so that it started now is as good as true.
    public override Task<(long Started, bool IsOverlap)> EnterAsync(DbTransaction transaction, string orderNumber, CancellationToken cancellationToken) =>
        Task.FromResult((Clock.Now, false));

    private static DbDataSource Connect(string connectionString)
    {
        SQLitePCL.Batteries_V2.Init();
        return SqliteFactory.Instance.CreateDataSource(connectionString);
    }
}
