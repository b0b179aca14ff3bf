using GoogleCheckout.Notifications;
using Microsoft.EntityFrameworkCore;
using NUnit.Framework;

namespace GoogleCheckout.Inbox;

/// <summary>Handlers that save with Entity Framework Core, in the inbox's transaction.</summary>
[TestFixture(DatabaseKind.PostgreSql, NotificationInboxMode.Inline)]
[TestFixture(DatabaseKind.PostgreSql, NotificationInboxMode.Queued)]
[TestFixture(DatabaseKind.Sqlite, NotificationInboxMode.Inline)]
[TestFixture(DatabaseKind.Sqlite, NotificationInboxMode.Queued)]
public sealed class EntityFrameworkTests(DatabaseKind kind, NotificationInboxMode mode)
{
    private TestDatabase _database = null!;

    [SetUp]
    public async Task CreateAsync()
    {
        _database = await TestDatabase.CreateAsync(kind);
        await _database.ExecuteAsync("CREATE TABLE payments (id text PRIMARY KEY, google_order_number text NOT NULL, amount numeric NOT NULL)");
    }

    [TearDown]
    public async Task DeleteAsync()
    {
        if (_database is not null)
        {
            await _database.DisposeAsync();
        }
    }

    [Test]
    public async Task SaveChanges_HandlerReturns_IsCommittedWithTheNotification()
    {
        await HandleAsync(async (notification, context, cancellationToken) => await Save(notification, context, cancellationToken));

        Assert.That(await _database.ReadAsync("SELECT id FROM payments"), Is.EqualTo(new[] { "charge" }));
        Assert.That(await _database.ReadAsync("SELECT serial_number FROM google_checkout_notifications WHERE state = 'handled'"), Is.EqualTo(new[] { "charge" }));
    }

    [Test]
    public async Task SaveChanges_HandlerThrowsAfterwards_IsRolledBack()
    {
        await HandleAsync(async (notification, context, cancellationToken) =>
        {
            await Save(notification, context, cancellationToken);
            throw new NotSupportedException();
        });

        Assert.That(await _database.ReadAsync("SELECT id FROM payments"), Is.Empty);
        Assert.That(await _database.ReadAsync("SELECT serial_number FROM google_checkout_notifications WHERE state = 'handled'"), Is.Empty);
    }

    [Test]
    public async Task SaveChanges_AfterACommandOfTheContext_SeesItsRow()
    {
        var seen = 0;
        await HandleAsync(async (notification, context, cancellationToken) =>
        {
            await using (var command = context.CreateCommand())
            {
                command.CommandText = "INSERT INTO payments (id, google_order_number, amount) VALUES ('before', 'order-1', 1)";
                await command.ExecuteNonQueryAsync(cancellationToken);
            }

            await using var shop = CreateShop();
            await shop.UseTransactionOfAsync(context, cancellationToken);
            seen = await shop.Payments.CountAsync(cancellationToken);
        });

        Assert.That(seen, Is.EqualTo(1));
        Assert.That(await _database.ReadAsync("SELECT id FROM payments"), Is.EqualTo(new[] { "before" }));
    }

    private async Task Save(Notification notification, NotificationContext context, CancellationToken cancellationToken)
    {
        await using var shop = CreateShop();
        await new SavePayment(shop).HandleAsync((ChargeAmountNotification)notification, context, cancellationToken);
    }

    // As AddDbContext creates it: with a connection of its own, which must not be used.
    private ShopContext CreateShop()
    {
        var options = new DbContextOptionsBuilder<ShopContext>();
        _ = kind == DatabaseKind.Sqlite ? options.UseSqlite("Data Source=never-opened.db;Mode=ReadOnly") : options.UseNpgsql("Host=never-opened");
        return new ShopContext(options.Options);
    }

    private async Task HandleAsync(Handle handle)
    {
        var notification = new ChargeAmountNotification
        {
            SerialNumber = "charge",
            GoogleOrderNumber = "order-1",
            Timestamp = new DateTimeOffset(2010, 5, 4, 10, 0, 0, TimeSpan.Zero),
            LatestChargeAmount = new Money(12.50m, "USD"),
            TotalChargeAmount = new Money(12.50m, "USD"),
        };
        await using var node = new ShopNode(_database.Connect(), handle, configure: options => options.Mode = mode);
        try
        {
            await node.Receiver.ReceiveAsync(notification);
            await node.DrainAsync();
        }
        catch (NotSupportedException)
        {
            // Inline mode passes the handler's exception on.
        }
    }
}
