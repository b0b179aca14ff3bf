using NUnit.Framework;

// Started by the first test that needs it, stopped after the last; each test has a separate database on it.
[SetUpFixture]
internal sealed class SharedPostgres
{
    private static readonly Lazy<Task<PostgresServer>> Server = new(() => PostgresServer.StartNewAsync("fsync=off"));

    public static Task<PostgresServer> GetAsync() => Server.Value;

    [OneTimeTearDown]
    public static async Task StopAsync()
    {
        if (Server.IsValueCreated)
        {
            await (await Server.Value).DisposeAsync();
        }
    }
}
