using System.Data.Common;
using GoogleCheckout.Carts;
using GoogleCheckout.Notifications;
using GoogleCheckout.Orders;
using MerchantStore.Codes;
using MerchantStore.Data;
using MerchantStore.Mail;
using MerchantStore.Orders;
using MerchantStore.Settings;
using MerchantStore.Shop;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace GoogleCheckout.Samples.MerchantStore;

/// <summary>The store's tables and services in a database of the test, without the store's process.</summary>
internal sealed class TestStore : IAsyncDisposable
{
    public const string Number = "841171949013218";

    private readonly DirectoryInfo _folder;
    private readonly ServiceProvider _services;

    private TestStore(DirectoryInfo folder, string connectionString, CheckoutClient client, (string Name, string Value)[] settings)
    {
        SQLitePCL.Batteries_V2.Init();
        _folder = folder;
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new(StoreDatabase.Setting, connectionString), .. settings.Select(setting => KeyValuePair.Create<string, string?>(setting.Name, setting.Value))]).Build();
        Database = StoreDatabase.Open(configuration);
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<IConfiguration>(configuration);
        services.AddSingleton(Database);
        services.AddDbContext<StoreContext>(Database.Configure);
        services.AddSingleton<StoreTables>();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(client);
        services.AddOptions<StoreOptions>().Bind(configuration);
        services.AddScoped<OrderRecorder>();
        services.AddSingleton<IServer>(provider => new TestServer(provider));
        services.AddSingleton<ShopAddress>();
        services.AddScoped<OrderMails>();
        services.AddScoped<NewOrder>();
        services.AddScoped<FailedCalculation>();
        services.AddScoped<GiftCertificates>();
        services.AddScoped<OrderLookUp>();
        services.AddScoped<OrderList>();
        services.AddScoped<OrderCommands>();
        services.AddScoped<CommandOutcomes>();
        services.AddCheckoutOutbox(Database.Source, options => options.Workers = 0);
        _services = services.BuildServiceProvider();
    }

    public StoreDatabase Database { get; }

    public static DateTimeOffset Noon { get; } = new(2011, 7, 8, 12, 0, 0, TimeSpan.Zero);

    public static async Task<TestStore> CreateAsync(StoreEngine engine, CheckoutClient client, params (string Name, string Value)[] settings)
    {
        var folder = Directory.CreateTempSubdirectory();
        var store = new TestStore(folder, await StoreDatabases.CreateAsync(engine, folder), client, settings);
        await store._services.GetRequiredService<StoreTables>().StartingAsync(CancellationToken.None);
        await GoogleCheckout.Outbox.CheckoutOutboxSchema.CreateAsync(store.Database.Source);
        return store;
    }

    /// <summary>Runs with a service of a scope, as a page does.</summary>
    public async Task<TResult> WithAsync<TService, TResult>(Func<TService, Task<TResult>> run)
        where TService : notnull
    {
        await using var scope = _services.CreateAsyncScope();
        return await run(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <summary>Changes a setting, as the settings page does.</summary>
    public Task SetAsync(string key, string value) => WithAsync<IConfiguration, bool>(configuration =>
    {
        configuration[key] = value;
        ((IConfigurationRoot)configuration).Reload();
        return Task.FromResult(true);
    });

    /// <summary>Runs in a transaction with a service of a scope, as a handler does.</summary>
    public async Task InTransactionAsync<TService>(Func<TService, DbTransaction, Task> run)
        where TService : notnull
    {
        await using var scope = _services.CreateAsyncScope();
        await using var connection = await Database.Source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await run(scope.ServiceProvider.GetRequiredService<TService>(), transaction);
        await transaction.CommitAsync();
    }

    /// <summary>Handles a notification as the store does.</summary>
    public Task RecordAsync(Notification notification) => InTransactionAsync<OrderRecorder>((recorder, transaction) =>
        recorder.RecordAsync(notification, new NotificationContext(notification, transaction: transaction), "noted", CancellationToken.None));

    /// <summary>Handles a new order as the store does.</summary>
    public Task PlaceAsync(NewOrderNotification notification) => InTransactionAsync<NewOrder>((handler, transaction) =>
        handler.HandleAsync(notification, new NotificationContext(notification, transaction: transaction), CancellationToken.None));

    public Task<Order> FindAsync() => WithAsync<StoreContext, Order>(store => store.Orders.AsNoTracking().SingleAsync(order => order.Number == Number));

    /// <summary>A notification of a state, with the summary of its time.</summary>
    public static OrderStateChangeNotification Change(int second, FinancialOrderState from, FinancialOrderState to, decimal charged = 0, string? serialNumber = null) => new()
    {
        SerialNumber = serialNumber ?? $"{second} {to}",
        GoogleOrderNumber = Number,
        Timestamp = Noon.AddSeconds(second),
        PreviousFinancialOrderState = from,
        NewFinancialOrderState = to,
        PreviousFulfillmentOrderState = FulfillmentOrderState.New,
        NewFulfillmentOrderState = FulfillmentOrderState.New,
        OrderSummary = Summary(to, charged),
    };

    public static OrderSummary Summary(FinancialOrderState state, decimal charged, FulfillmentOrderState fulfillment = FulfillmentOrderState.New) => new()
    {
        GoogleOrderNumber = Number,
        FinancialOrderState = state,
        FulfillmentOrderState = fulfillment,
        OrderTotal = Usd(57),
        TotalChargeAmount = Usd(charged),
        TotalRefundAmount = Usd(0),
        TotalChargebackAmount = Usd(0),
        ShoppingCart = new ShoppingCart(),
    };

    public static Money Usd(decimal amount) => new(amount, "USD");

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Database.Source.DisposeAsync();
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }
}
