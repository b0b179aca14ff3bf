using System.Data.Common;
using MySqlConnector;

namespace GoogleCheckout.Inbox.ExactlyOnce;

/// <summary>The shop on MariaDB. It has no lock that could be the witness of a transaction, so overlaps are proven by the times of the effects alone.</summary>
internal sealed class MariaDbShop(string connectionString) : Shop(new MySqlDataSource(connectionString))
{
    // MariaDB has no function for the start of a transaction. Less time than this passes between it and the handler.
    private static readonly TimeSpan SinceStart = TimeSpan.FromSeconds(1);

    public override Task<(long Started, bool IsOverlap)> EnterAsync(DbTransaction transaction, string orderNumber, CancellationToken cancellationToken) =>
        Task.FromResult((Clock.Now - (SinceStart.Ticks / TimeSpan.TicksPerMicrosecond), false));
}
