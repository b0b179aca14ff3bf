// A shop that nobody can call: it fetches its notifications from the service. Each is handled once, restarts or not.
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PollingWorker;

var builder = Host.CreateApplicationBuilder(args);
var (services, configuration) = (builder.Services, builder.Configuration);
builder.Logging.AddFilter("System.Net.Http", LogLevel.Warning);

// 1. The service: the merchant of the section GoogleCheckout; without one, a sandbox in this process, and people who buy there.
await using var sandbox = await builder.AddSandboxUnlessConfiguredAsync();
if (sandbox is null)
{
    services.AddGoogleCheckout(configuration.GetSection("GoogleCheckout"));
}

// 2. The database, with a table of the shop's own. What is in it outlives the program: delete the file to begin anew.
var file = configuration["Database"] ?? Path.Combine(AppContext.BaseDirectory, "polling-worker.db");
await using var database = SqliteFactory.Instance.CreateDataSource($"Data Source={file}");
await Ledger.CreateAsync(database);

// 3. What is pulled, how often, and what becomes of it.
var interval = configuration.GetValue("Interval", sandbox is null ? TimeSpan.FromMinutes(10) : TimeSpan.FromSeconds(2));
// <poll>
services.AddNotificationInbox(database);
services.AddNotificationHandler<Ledger>();
services.AddNotificationPolling(options => options.Interval = interval);
// </poll>

Console.WriteLine($"The ledger in {file} has {await Ledger.CountAsync(database)} entries.");
await builder.Build().RunAsync();
