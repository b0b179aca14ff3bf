using GoogleCheckout.Sandbox;
using MerchantStore.Data;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GoogleCheckout.Samples.MerchantStore;

/// <summary>The store's program in the process of the tests, on a real port. All stores share the compiled code: a process of its own needs seconds to compile it.</summary>
internal sealed class StoreInProcess : RunningStore
{
    private readonly Factory _factory;

    // A user has few watchers of files, on Linux 128 by default, and a stopped store keeps one on its style sheets.
    static StoreInProcess() => Environment.SetEnvironmentVariable("DOTNET_USE_POLLING_FILE_WATCHER", "true");

    private StoreInProcess(DirectoryInfo folder, string environment, (string Name, string Value)[] settings) =>
        _factory = new Factory(
            environment,
            [
                ("urls", "http://127.0.0.1:0"),
                ("hostBuilder:reloadConfigOnChange", "false"),
                (StoreDatabase.Setting, $"Data Source={Path.Combine(folder.FullName, "shop.db")}"),
                ("KeysFolder", Path.Combine(folder.FullName, "keys")),
                .. settings,
            ],
            Note);

    /// <summary>The store in development, without a merchant: it starts its own sandbox.</summary>
    public static Task<StoreInProcess> StartAsync(DirectoryInfo folder, params (string Name, string Value)[] settings) =>
        StartAsync(folder, "Development", settings);

    /// <summary>The store as a merchant of the test's own sandbox, which sends its notifications there from now on.</summary>
    public static async Task<StoreInProcess> StartAsync(DirectoryInfo folder, CheckoutSandbox sandbox, params (string Name, string Value)[] settings)
    {
        var store = await StartAsync(folder, "Development", [.. await GetSettingsAsync(folder, sandbox), .. settings]);
        sandbox.CallbackUrl = new Uri(store.Address, "/checkout/callback");
        return store;
    }

    public static async Task<StoreInProcess> StartAsync(DirectoryInfo folder, string environment, params (string Name, string Value)[] settings)
    {
        var store = new StoreInProcess(folder, environment, settings);
        try
        {
            store._factory.UseKestrel();
            store._factory.StartServer();
            await store.WaitForAddressAsync();
            return store;
        }
        catch (Exception e)
        {
            await store._factory.DisposeAsync();
            throw new InvalidOperationException($"The store did not start: {store.Output}", e);
        }
    }

    /// <summary>Stops it, as its owner would.</summary>
    public override async ValueTask DisposeAsync()
    {
        var database = _factory.Services.GetRequiredService<StoreDatabase>();
        await _factory.DisposeAsync();
        await database.Source.DisposeAsync();
        SqliteConnection.ClearAllPools();
    }

    private sealed class Factory(string environment, (string Name, string Value)[] settings, Action<string> note) : WebApplicationFactory<StoreContext>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseEnvironment(environment).ConfigureLogging(logging =>
            {
                logging.ClearProviders();
                logging.AddProvider(new LineLoggerProvider(note));
            });
            foreach (var (name, value) in settings)
            {
                builder.UseSetting(name, value);
            }
        }
    }
}
