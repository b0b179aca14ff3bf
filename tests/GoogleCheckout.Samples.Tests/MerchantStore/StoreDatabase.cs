using System.Data.Common;
using GoogleCheckout.Carts;
using GoogleCheckout.Notifications;
using GoogleCheckout.Orders;
using MerchantStore;
using MerchantStore.Commands;
using MerchantStore.Orders;
using Microsoft.Data.Sqlite;

namespace GoogleCheckout.Samples.MerchantStore;

/// <summary>The store's tables in a file of the test, without the store's process.</summary>
internal sealed class StoreDatabase : IAsyncDisposable
{
    public const string Number = "841171949013218";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    private StoreDatabase()
    {
        SQLitePCL.Batteries_V2.Init();
        Source = SqliteFactory.Instance.CreateDataSource($"Data Source={Path.Combine(_folder.FullName, "store.db")}");
        Orders = new OrderStore(Source);
        Commands = new CommandLog(Source, TimeProvider.System);
    }

    public DbDataSource Source { get; }

    public OrderStore Orders { get; }

    public CommandLog Commands { get; }

    public static DateTimeOffset Noon { get; } = new(2011, 7, 8, 12, 0, 0, TimeSpan.Zero);

    public static async Task<StoreDatabase> CreateAsync(string? before = null)
    {
        var database = new StoreDatabase();
        await (before is null ? Task.CompletedTask : database.ExecuteAsync(before));
        await new StoreTables(database.Source).StartingAsync(CancellationToken.None);
        return database;
    }

    /// <summary>Handles a notification as the store does.</summary>
    public async Task NoteAsync(Notification notification)
    {
        await using var connection = await Source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await OrderStore.NoteAsync(transaction, notification, "noted", CancellationToken.None);
        await transaction.CommitAsync();
    }

    public async Task<Order> FindAsync() => (await Orders.FindAsync(Number, CancellationToken.None))!;

    public async Task ExecuteAsync(string sql)
    {
        await using var command = Source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

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
        await Source.DisposeAsync();
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }
}
