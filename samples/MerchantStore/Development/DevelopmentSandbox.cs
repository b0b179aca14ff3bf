using System.Net;
using GoogleCheckout.Sandbox;
using MerchantStore.Data;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace MerchantStore.Development;

/// <summary>Starts a sandbox for the store in development, if no merchant is configured.</summary>
internal static partial class DevelopmentSandbox
{
    /// <summary>Starts a sandbox in development if no merchant is configured, and registers the store as its merchant.</summary>
    /// <returns>The sandbox; null if a merchant is configured, or outside of development.</returns>
    public static async Task<CheckoutSandbox?> AddDevelopmentSandboxAsync(this WebApplicationBuilder builder, StoreDatabase database)
    {
        if (!builder.Environment.IsDevelopment() || builder.Configuration.GetSection("GoogleCheckout").Exists())
        {
            return null;
        }

        var sandbox = await CheckoutSandbox.StartAsync(new CheckoutSandboxOptions
        {
            PagesEndpoint = new IPEndPoint(IPAddress.Loopback, 0),
            DataPath = await GetDataPathAsync(database),
        });
        builder.Services.AddSingleton(sandbox);
        builder.Services.AddGoogleCheckout(sandbox.Configure);

        // One clock: if it is moved ahead, what waits in the store is due, too.
        builder.Services.AddSingleton(sandbox.Clock);
        return sandbox;
    }

    /// <summary>Sets the sandbox's callback URL once the store's address is known. Without a port to call, the sandbox sends no notifications.</summary>
    public static void SendNotificationsTo(this CheckoutSandbox sandbox, WebApplication store, string callback) =>
        store.Lifetime.ApplicationStarted.Register(() =>
        {
            if (ServerAddress.Find(store.Urls) is { } address)
            {
                sandbox.CallbackUrl = new Uri(address, callback);
            }
            else
            {
                LogNoAddress(store.Logger, string.Join(", ", store.Urls));
            }
        });

    // Beside the store's database, so that store and sandbox remember together. Without its tables the store has forgotten its orders, and so does the sandbox.
    private static async Task<string> GetDataPathAsync(StoreDatabase database)
    {
        var name = database.IsSqlite
            ? new SqliteConnectionStringBuilder(database.ConnectionString).DataSource
            : new NpgsqlConnectionStringBuilder(database.ConnectionString).Database;
        var data = $"{name}.sandbox";
        if (!await database.HasTableAsync("Orders"))
        {
            File.Delete(data);
        }

        return data;
    }

    /// <summary>Hides the page with the sandbox's clock if there is no sandbox.</summary>
    public static void OnlyWith(this PageConventionCollection pages, CheckoutSandbox? sandbox, string folder) =>
        pages.AddFolderRouteModelConvention(folder, page =>
        {
            if (sandbox is null)
            {
                page.Selectors.Clear();
            }
        });

    [LoggerMessage(1, LogLevel.Warning, "The store listens at {Urls} only, which the sandbox cannot call: it sends no notifications. Add an address with a port to the setting urls, for example http://localhost:5080")]
    private static partial void LogNoAddress(ILogger logger, string urls);
}
