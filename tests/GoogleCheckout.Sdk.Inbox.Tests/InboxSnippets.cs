using GoogleCheckout.Notifications;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using MySqlConnector;
using Npgsql;
using NUnit.Framework;

namespace GoogleCheckout.Inbox;

/// <summary>The code of the documentation pages, compiled and run.</summary>
public sealed class InboxSnippets
{
    [Test]
    public async Task Handler_OfPage_WritesInInboxTransaction()
    {
        await using var database = await TestDatabase.CreateEmptyAsync(DatabaseKind.PostgreSql);
        await NotificationInboxSchema.CreateAsync(database.Main);
        await database.ExecuteAsync("CREATE TABLE orders (google_order_number text PRIMARY KEY, paid numeric NOT NULL); INSERT INTO orders VALUES ('order-1', 0)");
        var notification = Charge();
        await using var services = new ServiceCollection().AddNotificationInbox(database.Main).BuildServiceProvider();

        await services.GetRequiredService<INotificationInbox>().HandleOnceAsync(
            notification, "", (context, cancellationToken) => new MarkPaid().HandleAsync(notification, context, cancellationToken), CancellationToken.None);

        Assert.That(await database.ReadAsync("SELECT paid FROM orders"), Is.EqualTo(new[] { 12.50m }));
    }

    [Test]
    public void Registrations_OfPage_RegisterInbox()
    {
        Assert.Multiple(() =>
        {
            Assert.That(Registered(RegisterInline), Is.EqualTo("InlineInbox"));
            Assert.That(Registered(RegisterQueue), Is.EqualTo("QueueInbox"));
            Assert.That(Registered(RegisterMariaDb), Is.EqualTo("InlineInbox"));
            Assert.That(Registered(RegisterSqlite), Is.EqualTo("InlineInbox"));
        });
    }

    [Test]
    public async Task Health_OfPage_ChecksTheInbox()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var services = new ServiceCollection().AddLogging();
        RegisterHealth(services, database.Main.ConnectionString);
        await using var provider = services.BuildServiceProvider();

        var report = await provider.GetRequiredService<HealthCheckService>().CheckHealthAsync();

        Assert.That(report.Entries["google-checkout-inbox"].Status, Is.EqualTo(HealthStatus.Healthy));
    }

    [Test]
    public async Task DeadLetters_OfPage_AreReplayed()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var failing = true;
        await using var node = new ShopNode(
            database.Main,
            (_, context, cancellationToken) => failing ? throw new NotSupportedException() : Effects.AddAsync(context, cancellationToken),
            configure: options => options.MaxAttempts = 1);
        await node.StoreAsync(Effects.Notification("1"));
        await node.DrainAsync();
        failing = false;
        using var page = new StringWriter();

        await ShowAndReplayAsync(node.DeadLetters, page);
        await node.DrainAsync();

        Assert.That(page.ToString(), Does.Contain("OrderStateChangeNotification 1 of order order-1"));
        Assert.That(await database.EffectsAsync(), Is.EqualTo(new[] { "1" }));
    }

    private static async Task ShowAndReplayAsync(NotificationDeadLetters deadLetters, TextWriter page)
    {
        // <dead-letters>
        await foreach (var letter in deadLetters.ListAsync())
        {
            await page.WriteLineAsync($"{letter}, {letter.Attempts} attempts: {letter.Reason}");
        }

        await deadLetters.ReplayAllAsync();
        // </dead-letters>
    }

    private static void RegisterInline(IServiceCollection services, string connectionString)
    {
        // <inline>
        services.AddNotificationHandler<MarkPaid>();
        services.AddNotificationInbox(NpgsqlDataSource.Create(connectionString));
        // </inline>
    }

    private static void RegisterQueue(IServiceCollection services, string connectionString)
    {
        // <queue>
        services.AddNotificationInbox(NpgsqlDataSource.Create(connectionString), options =>
        {
            options.Mode = NotificationInboxMode.Queued;
            options.Workers = 8;
        });
        // </queue>
    }

    private static void RegisterMariaDb(IServiceCollection services, string connectionString)
    {
        // <mariadb>
        services.AddNotificationInbox(new MySqlDataSource(connectionString));
        // </mariadb>
    }

    private static void RegisterSqlite(IServiceCollection services, string connectionString)
    {
        // <sqlite>
        services.AddNotificationInbox(SqliteFactory.Instance.CreateDataSource(connectionString));
        // </sqlite>
    }

    private static void RegisterHealth(IServiceCollection services, string connectionString)
    {
        services.AddNotificationInbox(SqliteFactory.Instance.CreateDataSource(connectionString));

        // <health>
        services.AddHealthChecks().AddCheck<NotificationInboxHealthCheck>("google-checkout-inbox");
        // </health>
    }

    private static string Registered(Action<IServiceCollection, string> register)
    {
        var services = new ServiceCollection();
        register(services, register == RegisterSqlite ? "Data Source=shop.db" : "Host=127.0.0.1;Database=shop");
        using var provider = services.BuildServiceProvider();
        return provider.GetRequiredService<INotificationInbox>().GetType().Name;
    }

    private static ChargeAmountNotification Charge() => new()
    {
        SerialNumber = "1",
        GoogleOrderNumber = "order-1",
        LatestChargeAmount = new Money(12.50m, "USD"),
        TotalChargeAmount = new Money(12.50m, "USD"),
    };
}

// <handler>
internal sealed class MarkPaid : INotificationHandler<ChargeAmountNotification>
{
    public async Task HandleAsync(ChargeAmountNotification notification, NotificationContext context, CancellationToken cancellationToken)
    {
        await using var command = context.CreateCommand();
        command.CommandText = "UPDATE orders SET paid = paid + @amount WHERE google_order_number = @order";
        command.Parameters.Add(new NpgsqlParameter("amount", notification.LatestChargeAmount.Amount));
        command.Parameters.Add(new NpgsqlParameter("order", notification.GoogleOrderNumber));
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
// </handler>
