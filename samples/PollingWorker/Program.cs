// A merchant without a public URL polls for notifications. Each is handled once, even across restarts.
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PollingWorker;

var builder = Host.CreateApplicationBuilder(args);
var (services, configuration) = (builder.Services, builder.Configuration);
builder.Logging.AddFilter("System.Net.Http", LogLevel.Warning);

// 1. The service: the merchant in the configuration section GoogleCheckout; without it, a sandbox in this process with simulated buyers.
await using var sandbox = await builder.AddSandboxUnlessConfiguredAsync();
if (sandbox is null)
{
    services.AddGoogleCheckout(configuration.GetSection("GoogleCheckout"));
}

// 2. The database, with the merchant's table. It is kept between runs: delete the file to start over.
var file = configuration["Database"] ?? Path.Combine(AppContext.BaseDirectory, "polling-worker.db");
await using var database = SqliteFactory.Instance.CreateDataSource($"Data Source={file}");
await Ledger.CreateAsync(database);

// 3. The polling, its interval, and the handler.
var interval = configuration.GetValue("Interval", sandbox is null ? TimeSpan.FromMinutes(10) : TimeSpan.FromSeconds(2));
// <poll>
services.AddNotificationInbox(database);
services.AddNotificationHandler<Ledger>();
services.AddNotificationPolling(options => options.Interval = interval);
// </poll>

Console.WriteLine($"The ledger in {file} has {await Ledger.CountAsync(database)} entries.");
await builder.Build().RunAsync();
