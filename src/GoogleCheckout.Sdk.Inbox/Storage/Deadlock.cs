using System.Data.Common;

namespace GoogleCheckout.Inbox.Storage;

/// <summary>
/// Repeats what the database rolled back because it and others waited for each other. MariaDB and MySQL do so more often than
/// PostgreSQL, for example if several inserts of the same key wait for one that is then rolled back.
/// </summary>
internal static class Deadlock
{
    private const int MaxAttempts = 10;

    /// <summary>Executes work that begins its own transaction, or is a single statement; again after a deadlock.</summary>
    public static async Task<T> RetryAsync<T>(Func<Task<T>> work)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await work().ConfigureAwait(false);
            }
            catch (DbException e) when (IsDeadlock(e) && attempt < MaxAttempts)
            {
                // The transaction that the database let continue is ahead now.
            }
        }
    }

    // The states of a serialization failure, which includes deadlocks on MariaDB and MySQL, and of a deadlock on PostgreSQL.
    private static bool IsDeadlock(DbException exception) => exception.SqlState is "40001" or "40P01";
}
