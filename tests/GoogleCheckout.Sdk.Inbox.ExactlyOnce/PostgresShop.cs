using System.Data.Common;
using System.Globalization;
using Npgsql;

namespace GoogleCheckout.Inbox.ExactlyOnce;

/// <summary>The shop on PostgreSQL.</summary>
internal sealed class PostgresShop(string connectionString) : Shop(NpgsqlDataSource.Create(connectionString))
{
    // The lock is the witness: it belongs to the transaction, and has nothing to do with those of the inbox. PostgreSQL
    // ends a transaction first and gives its locks away then, so a holder whose transaction has ended is none.
    private const string Enter =
        """
        select (extract(epoch from now()) * 1000000)::bigint, pg_current_xact_id(),
          case when pg_try_advisory_xact_lock(@order) then 0 else (
            select count(*) from pg_locks lock join pg_stat_activity session using (pid)
            where lock.locktype = 'advisory' and lock.granted and lock.objsubid = 1
              and lock.classid::bigint = @order >> 32 and lock.objid::bigint = @order & 4294967295
              and session.backend_xid is not null and session.pid <> pg_backend_pid())
          end
        """;

    public override async Task<(long Started, bool IsOverlap)> EnterAsync(DbTransaction transaction, string orderNumber, CancellationToken cancellationToken)
    {
        await using var command = CreateCommand(transaction.Connection!, transaction, Enter, [("order", long.Parse(orderNumber, CultureInfo.InvariantCulture))]);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return (reader.GetInt64(0), reader.GetInt64(2) > 0);
    }
}
