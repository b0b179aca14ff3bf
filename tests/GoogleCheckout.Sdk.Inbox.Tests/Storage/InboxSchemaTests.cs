using System.Data.Common;
using GoogleCheckout.Notifications;
using Microsoft.Extensions.DependencyInjection;
using MySqlConnector;
using Npgsql;
using NUnit.Framework;

namespace GoogleCheckout.Inbox.Storage;

[TestFixture(DatabaseKind.PostgreSql)]
[TestFixture(DatabaseKind.MariaDb)]
[TestFixture(DatabaseKind.Sqlite)]
public sealed class InboxSchemaTests(DatabaseKind kind)
{
    private TestDatabase _database = null!;

    [SetUp]
    public async Task CreateAsync() => _database = await TestDatabase.CreateEmptyAsync(kind);

    [TearDown]
    public async Task DeleteAsync()
    {
        if (_database is not null)
        {
            await _database.DisposeAsync();
        }
    }

    [Test]
    public async Task Create_ComparedWithScript_CreatesSameTables()
    {
        await using var byScript = await TestDatabase.CreateEmptyAsync(kind);
        var script = await File.ReadAllTextAsync(Path.Combine(
            Repository.Root, "src", "GoogleCheckout.Sdk.Inbox", "schema", Dialect.ForDataSource(_database.Main).SchemaScript));

        await NotificationInboxSchema.CreateAsync(_database.Main);
        await byScript.ExecuteAsync(script);

        var made = await DescribeAsync(_database);
        Assert.That(made, Has.Count.GreaterThan(5));
        Assert.That(await DescribeAsync(byScript), Is.EqualTo(made));
    }

    [Test]
    public async Task Create_ConcurrentlyAndRepeatedly_CreatesTablesOnce()
    {
        var nodes = Enumerable.Range(0, 8).Select(_ => _database.Connect()).ToList();

        await Task.WhenAll(nodes.Select(node => Task.Run(() => NotificationInboxSchema.CreateAsync(node))));
        var made = await DescribeAsync(_database);
        await NotificationInboxSchema.CreateAsync(_database.Main);

        Assert.That(made, Is.Unique.And.Some.Contains("google_checkout_notifications"));
        Assert.That(await DescribeAsync(_database), Is.EqualTo(made));
    }

    [Test]
    public async Task Create_WithPrefix_CreatesTablesThatInboxUses()
    {
        await using var node = new ShopNode(_database.Main, (_, _, _) => Task.CompletedTask, configure: options => options.TablePrefix = "shop_inbox_");
        await node.StartAsync();

        await node.StoreAsync(Effects.Notification("1"));
        await node.DrainAsync();
        await node.Tokens.WriteAsync("", "poller", "token-1");
        await node.StopAsync();

        Assert.Multiple(async () =>
        {
            Assert.That(await _database.ReadAsync("SELECT serial_number FROM shop_inbox_notifications"), Is.EqualTo(new[] { "1" }));
            Assert.That(await _database.ReadAsync("SELECT token FROM shop_inbox_tokens"), Is.EqualTo(new[] { "token-1" }));
            Assert.That(await DescribeAsync(_database), Has.None.Contains("google_checkout"));
        });
    }

    [TestCase("")]
    [TestCase("1st_")]
    [TestCase("x; DROP TABLE orders; --")]
    [TestCase("x\"")]
    [TestCase("x\n")]
    [TestCase("Inbox_")]
    [TestCase("abcdefghijklmnopqrstuvwxyz_abcdef")]
    public void Create_InvalidPrefix_ThrowsArgumentException(string prefix)
    {
        Assert.That(() => NotificationInboxSchema.CreateAsync(_database.Main, prefix), Throws.ArgumentException.With.Message.Contains("TablePrefix"));
    }

    [Test]
    public async Task Create_UserWithoutCreateRight_AcceptsExistingTables()
    {
        if (kind == DatabaseKind.Sqlite)
        {
            Assert.Pass("SQLite has no users.");
        }

        await NotificationInboxSchema.CreateAsync(_database.Main);
        var name = $"shop_{Guid.NewGuid():N}";
        await _database.ExecuteAsync(kind == DatabaseKind.MariaDb
            ? string.Concat(new[] { "orders", "notifications", "tokens" }.Select(table => $"GRANT SELECT, INSERT, UPDATE, DELETE ON google_checkout_{table} TO {name} IDENTIFIED BY '';"))
            : $"CREATE ROLE {name} LOGIN; GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {name}");
        await using DbDataSource limited = kind == DatabaseKind.MariaDb
            ? new MySqlDataSource(new MySqlConnectionStringBuilder(_database.Main.ConnectionString) { UserID = name }.ConnectionString)
            : NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(_database.Main.ConnectionString) { Username = name });

        await NotificationInboxSchema.CreateAsync(limited);
        await using var services = new ServiceCollection().AddNotificationInbox(limited).BuildServiceProvider();
        var handled = await services.GetRequiredService<INotificationInbox>().HandleOnceAsync(Effects.Notification("1"), "", (_, _) => Task.CompletedTask, CancellationToken.None);

        Assert.That(handled, Is.True);
    }

    [Test]
    public async Task GetScript_WithPrefix_ContainsIt()
    {
        await _database.ExecuteAsync(NotificationInboxSchema.GetScript(_database.Main, "mine_"));

        Assert.That(await _database.ReadAsync("SELECT count(*) FROM mine_notifications"), Has.Count.EqualTo(1));
        Assert.That(await DescribeAsync(_database), Has.None.Contains("google_checkout"));
    }

    [Test]
    public async Task Tokens_OfMerchantAndName_AreStoredSeparately()
    {
        await NotificationInboxSchema.CreateAsync(_database.Main);
        await using var node = new ShopNode(_database.Main, (_, _, _) => Task.CompletedTask);

        await node.Tokens.WriteAsync("north", "poller", "1");
        await node.Tokens.WriteAsync("south", "poller", "2");
        await node.Tokens.WriteAsync("north", "poller", "3");

        await using var restarted = new ShopNode(_database.Connect(), (_, _, _) => Task.CompletedTask);
        Assert.Multiple(async () =>
        {
            Assert.That(await restarted.Tokens.ReadAsync("north", "poller"), Is.EqualTo("3"));
            Assert.That(await restarted.Tokens.ReadAsync("south", "poller"), Is.EqualTo("2"));
            Assert.That(await restarted.Tokens.ReadAsync("south", "another"), Is.Null);
        });
    }

    private Task<IReadOnlyList<object>> DescribeAsync(TestDatabase database) => database.ReadAsync(kind switch
    {
        DatabaseKind.Sqlite => "SELECT name || ' ' || coalesce(sql, '') FROM sqlite_master ORDER BY name",
        DatabaseKind.MariaDb =>
            """
            SELECT concat_ws(' ', table_name, column_name, column_type, is_nullable, collation_name, column_default, extra, generation_expression) AS line
            FROM information_schema.columns WHERE table_schema = DATABASE()
            UNION ALL SELECT concat_ws(' ', table_name, index_name, non_unique, group_concat(column_name ORDER BY seq_in_index))
            FROM information_schema.statistics WHERE table_schema = DATABASE() GROUP BY table_name, index_name, non_unique
            ORDER BY line
            """,
        _ =>
            """
            SELECT table_name || ' ' || column_name || ' ' || data_type || ' ' || is_nullable || ' ' || coalesce(collation_name, '') || ' ' || coalesce(column_default, '') || is_identity AS line
            FROM information_schema.columns WHERE table_schema = 'public'
            UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'
            UNION ALL SELECT conrelid::regclass || ' ' || pg_get_constraintdef(oid) FROM pg_constraint WHERE connamespace = 'public'::regnamespace
            ORDER BY line
            """,
    });
}
