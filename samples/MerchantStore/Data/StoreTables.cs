using Microsoft.EntityFrameworkCore;

namespace MerchantStore.Data;

/// <summary>Creates the store's tables before the other services start.</summary>
/// <remarks>
/// <c>EnsureCreated</c> would not do: it creates nothing in a database that has tables, and those of the inbox and the outbox are in this one. A live shop that
/// changes its tables uses the migrations of EF Core instead; for one sample on two engines, those would be more code than the sample.
/// </remarks>
internal sealed class StoreTables(StoreDatabase database, IServiceScopeFactory scopes) : IHostedLifecycleService
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        await using (await database.OpenAsync(cancellationToken))
        {
            // Fails with the name of the setting if there is no database.
        }

        await using var scope = scopes.CreateAsyncScope();
        var store = scope.ServiceProvider.GetRequiredService<StoreContext>();
        if (database.IsSqlite)
        {
            // The pages read while a handler writes.
            await store.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL", cancellationToken);
        }

        var script = store.Database.GenerateCreateScript()
            .Replace("CREATE TABLE ", "CREATE TABLE IF NOT EXISTS ", StringComparison.Ordinal)
            .Replace("INDEX ", "INDEX IF NOT EXISTS ", StringComparison.Ordinal);
        await store.Database.ExecuteSqlRawAsync(script, cancellationToken);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
