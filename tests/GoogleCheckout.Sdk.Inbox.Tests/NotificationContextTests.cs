using GoogleCheckout.Notifications;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace GoogleCheckout.Inbox;

[TestFixture(DatabaseKind.PostgreSql)]
[TestFixture(DatabaseKind.MariaDb)]
[TestFixture(DatabaseKind.Sqlite)]
public sealed class NotificationContextTests(DatabaseKind kind)
{
    [Test]
    public async Task CreateCommand_InHandler_WritesInTheInboxTransaction()
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var node = CreateNode(database);

        var failing = () => HandleAsync(node, "1", async context =>
        {
            await InsertAsync(context);
            throw new NotSupportedException();
        });
        Assert.That(failing, Throws.TypeOf<NotSupportedException>());
        await HandleAsync(node, "2", InsertAsync);

        Assert.That(await database.EffectsAsync(), Is.EqualTo(new[] { "2" }));
    }

    [Test]
    public async Task RequireTransaction_InHandler_ReturnsTheTransaction()
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var node = CreateNode(database);

        await HandleAsync(node, "1", context =>
        {
            Assert.That(context.RequireTransaction(), Is.Not.Null.And.SameAs(context.Transaction));
            return Task.CompletedTask;
        });
    }

    [Test]
    public async Task CreateCommand_AfterTheTransactionEnded_Throws()
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var node = CreateNode(database);
        NotificationContext? ended = null;

        await HandleAsync(node, "1", context =>
        {
            ended = context;
            return Task.CompletedTask;
        });

        Assert.That(() => ended!.CreateCommand(), Throws.InstanceOf<InvalidOperationException>());
    }

    [Test]
    public async Task RequireTransaction_InMemoryInbox_ThrowsWithWhatToRegister()
    {
        await using var services = new ServiceCollection().AddNotificationInbox().BuildServiceProvider();

        await services.GetRequiredService<INotificationInbox>().HandleOnceAsync(
            Effects.Notification("1"),
            "",
            (context, _) =>
            {
                Assert.That(() => context.RequireTransaction(), Throws.InvalidOperationException.With.Message.Contains("services.AddNotificationInbox(dataSource)"));
                return Task.CompletedTask;
            },
            CancellationToken.None);
    }

    private static ShopNode CreateNode(TestDatabase database) =>
        new(database.Connect(), (_, _, _) => Task.CompletedTask, configure: options => options.Mode = NotificationInboxMode.Inline);

    private static Task<bool> HandleAsync(ShopNode node, string serialNumber, Func<NotificationContext, Task> handle) =>
        node.Inbox.HandleOnceAsync(Effects.Notification(serialNumber), "", (context, _) => handle(context), CancellationToken.None);

    private static async Task InsertAsync(NotificationContext context)
    {
        await using var command = context.CreateCommand();
        command.CommandText = $"INSERT INTO effects (serial_number) VALUES ('{context.SerialNumber}')";
        await command.ExecuteNonQueryAsync();
    }
}
