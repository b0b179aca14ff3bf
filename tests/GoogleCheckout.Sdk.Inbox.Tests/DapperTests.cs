using GoogleCheckout.Notifications;
using NUnit.Framework;

namespace GoogleCheckout.Inbox;

/// <summary>The handler of the documentation that writes with Dapper, in the inbox's transaction.</summary>
[TestFixture(DatabaseKind.PostgreSql)]
[TestFixture(DatabaseKind.MariaDb)]
[TestFixture(DatabaseKind.Sqlite)]
public sealed class DapperTests(DatabaseKind kind)
{
    [Test]
    public async Task Execute_HandlerFailsOnce_TakesEffectOnce([Values] NotificationInboxMode mode)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await database.ExecuteAsync("CREATE TABLE payments (id varchar(64) PRIMARY KEY, google_order_number varchar(64) NOT NULL, amount decimal(12, 2) NOT NULL)");
        var clock = new RealTimerTimeProvider();
        var failures = 1;
        await using var node = new ShopNode(
            database.Connect(),
            async (notification, context, cancellationToken) =>
            {
                await new InsertPayment().HandleAsync((ChargeAmountNotification)notification, context, cancellationToken);
                if (failures-- > 0)
                {
                    throw new NotSupportedException();
                }
            },
            clock,
            options => options.Mode = mode);
        var charge = new ChargeAmountNotification
        {
            SerialNumber = "charge",
            GoogleOrderNumber = "order-1",
            Timestamp = clock.GetUtcNow(),
            LatestChargeAmount = new Money(12.50m, "USD"),
            TotalChargeAmount = new Money(12.50m, "USD"),
        };

        if (mode == NotificationInboxMode.Inline)
        {
            Assert.That(() => node.Receiver.ReceiveAsync(charge), Throws.TypeOf<NotSupportedException>());
        }

        await node.Receiver.ReceiveAsync(charge);
        await node.DrainAsync();
        var between = await database.ReadAsync("SELECT id FROM payments");
        clock.Advance(TimeSpan.FromMinutes(1));
        await node.DrainAsync();

        Assert.That(between, mode == NotificationInboxMode.Inline ? Is.EqualTo(new[] { "charge" }) : Is.Empty);
        Assert.That(await database.ReadAsync("SELECT id FROM payments WHERE amount = 12.5"), Is.EqualTo(new[] { "charge" }));
    }
}
