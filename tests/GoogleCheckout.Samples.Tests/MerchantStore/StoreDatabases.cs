using NUnit.Framework;

namespace GoogleCheckout.Samples.MerchantStore;

/// <summary>Creates an empty database for each test. One PostgreSQL server serves all tests.</summary>
[SetUpFixture]
public class StoreDatabases
{
    private static readonly Lazy<Task<PostgresServer>> Server = new(() => PostgresServer.StartNewAsync("fsync=off"));

    /// <summary>Creates a database. The test is skipped if there is no PostgreSQL server.</summary>
    /// <returns>Its connection string.</returns>
    internal static async Task<string> CreateAsync(StoreEngine engine, DirectoryInfo folder)
    {
        if (engine == StoreEngine.Sqlite)
        {
            return $"Data Source={Path.Combine(folder.FullName, "shop.db")}";
        }

        if (PostgresServer.Programs is null)
        {
            Assert.Ignore(PostgresServer.Missing);
        }

        var server = await Server.Value;
        var name = $"shop_{Guid.NewGuid():N}";
        await using var source = Npgsql.NpgsqlDataSource.Create(server.ConnectionString());
        await using var create = source.CreateCommand($"CREATE DATABASE {name}");
        await create.ExecuteNonQueryAsync();
        return server.ConnectionString(name);
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        if (Server.IsValueCreated)
        {
            await (await Server.Value).DisposeAsync();
        }
    }
}
