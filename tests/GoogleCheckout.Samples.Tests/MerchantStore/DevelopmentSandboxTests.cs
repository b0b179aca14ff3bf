using GoogleCheckout.Sandbox;
using MerchantStore.Data;
using MerchantStore.Development;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace GoogleCheckout.Samples.MerchantStore;

/// <summary>Store and sandbox remember together, forget together, and have one clock.</summary>
[TestFixture(StoreEngine.Sqlite)]
[TestFixture(StoreEngine.PostgreSql)]
public class DevelopmentSandboxTests(StoreEngine engine)
{
    [Test]
    public async Task Sandbox_StartedAgain_RemembersWhileTheStoreHasItsTables()
    {
        SQLitePCL.Batteries_V2.Init();
        var folder = Directory.CreateTempSubdirectory();
        var before = Directory.GetCurrentDirectory();
        Directory.SetCurrentDirectory(folder.FullName);
        try
        {
            await RememberAndForgetAsync(await StoreDatabases.CreateAsync(engine, folder));
        }
        finally
        {
            Directory.SetCurrentDirectory(before);
            SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }

    private static async Task RememberAndForgetAsync(string connectionString)
    {
        string order;
        DateTimeOffset ahead;
        await using (var store = await StartAsync(connectionString))
        {
            order = (await store.Sandbox.PlaceOrderAsync(await store.Client.CheckoutAsync(SampleNotifications.Cart()))).GoogleOrderNumber;
            await store.Sandbox.AdvanceAsync(TimeSpan.FromDays(1));
            ahead = store.Time.GetUtcNow();
            Assert.That(ahead, Is.GreaterThan(DateTimeOffset.UtcNow.AddHours(23)), "the store's time is the sandbox's");
            await store.ExecuteAsync("CREATE TABLE \"Orders\" (\"Number\" TEXT)");
        }

        await using (var store = await StartAsync(connectionString))
        {
            Assert.That(await store.Client.GetOrderSummariesAsync([order]), Has.Count.EqualTo(1));
            Assert.That(store.Time.GetUtcNow(), Is.GreaterThanOrEqualTo(ahead));
            await store.ExecuteAsync("DROP TABLE \"Orders\"");
        }

        await using (var store = await StartAsync(connectionString))
        {
            Assert.That(await store.Client.GetOrderSummariesAsync([order]), Is.Empty, "the store has forgotten its orders, and so has the sandbox");
        }
    }

    private static async Task<Running> StartAsync(string connectionString)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection([new(StoreDatabase.Setting, connectionString)]);
        var database = StoreDatabase.Open(builder.Configuration);
        var sandbox = await builder.AddDevelopmentSandboxAsync(database);
        return new Running(database, sandbox!, builder.Services.BuildServiceProvider());
    }

    private sealed record Running(StoreDatabase Database, CheckoutSandbox Sandbox, ServiceProvider Services) : IAsyncDisposable
    {
        public CheckoutClient Client => Services.GetRequiredService<CheckoutClient>();

        public TimeProvider Time => Services.GetRequiredService<TimeProvider>();

        public async Task ExecuteAsync(string sql)
        {
            await using var command = Database.Source.CreateCommand(sql);
            await command.ExecuteNonQueryAsync();
        }

        public async ValueTask DisposeAsync()
        {
            await Services.DisposeAsync();
            await Sandbox.DisposeAsync();
            await Database.Source.DisposeAsync();
        }
    }
}
