using NUnit.Framework;

// Each is started by the first test that needs it, and ended after the last; each test has a separate database on it.
[SetUpFixture]
internal sealed class SharedServers
{
    private static readonly Lazy<Task<PostgresServer>> Postgres = new(() => PostgresServer.StartNewAsync("fsync=off"));
    private static readonly Lazy<Task<MariaDbServer>> MariaDb = new(() => MariaDbServer.StartNewAsync("innodb-flush-log-at-trx-commit=0"));

    public static Task<PostgresServer> GetPostgresAsync() => Postgres.Value;

    public static Task<MariaDbServer> GetMariaDbAsync() => MariaDb.Value;

    [OneTimeTearDown]
    public static async Task StopAsync()
    {
        if (Postgres.IsValueCreated)
        {
            await (await Postgres.Value).DisposeAsync();
        }

        if (MariaDb.IsValueCreated)
        {
            await (await MariaDb.Value).DisposeAsync();
        }
    }
}
