using System.Data.Common;
using Microsoft.Data.Sqlite;
using MySqlConnector;
using Npgsql;
using NUnit.Framework;

namespace GoogleCheckout.Inbox;

/// <summary>An empty database for one test.</summary>
internal sealed class TestDatabase : IAsyncDisposable
{
    private readonly string _connectionString;
    private readonly string? _folder;
    private readonly List<DbDataSource> _nodes = [];

    private TestDatabase(DatabaseKind kind, string connectionString, string? folder = null)
    {
        Kind = kind;
        _connectionString = connectionString;
        _folder = folder;
        Main = Connect();
    }

    public DatabaseKind Kind { get; }

    /// <summary>The data source of the first node.</summary>
    public DbDataSource Main { get; }

    /// <summary>The query of the id of the session in which it is executed.</summary>
    public string SessionId => Kind == DatabaseKind.MariaDb ? "SELECT CONNECTION_ID()" : "SELECT pg_backend_pid()";

    /// <summary>Creates a database with the inbox's tables, and with a table <c>effects</c> for the changes of handlers.</summary>
    public static async Task<TestDatabase> CreateAsync(DatabaseKind kind)
    {
        var database = await CreateEmptyAsync(kind);
        await database.CreateTablesAsync();
        return database;
    }

    public static async Task<TestDatabase> CreateEmptyAsync(DatabaseKind kind)
    {
        if (kind == DatabaseKind.Sqlite)
        {
            SQLitePCL.Batteries_V2.Init();
            var folder = Directory.CreateTempSubdirectory("googlecheckout-sqlite-").FullName;
            return new TestDatabase(kind, $"Data Source={Path.Combine(folder, "shop.db")}", folder);
        }

        RequireServer(kind);
        return await CreateOnAsync(kind == DatabaseKind.MariaDb ? await SharedServers.GetMariaDbAsync() : await SharedServers.GetPostgresAsync());
    }

    /// <summary>Skips the test if the programs of its server are not on this machine.</summary>
    public static void RequireServer(DatabaseKind kind)
    {
        if (kind == DatabaseKind.PostgreSql && PostgresServer.Programs is null)
        {
            Assert.Ignore(PostgresServer.Missing);
        }

        if (kind == DatabaseKind.MariaDb && MariaDbServer.Installation is null)
        {
            Assert.Ignore(MariaDbServer.Missing);
        }
    }

    /// <summary>Creates an empty database on a separate server.</summary>
    public static async Task<TestDatabase> CreateOnAsync(DatabaseServer server)
    {
        var kind = server is MariaDbServer ? DatabaseKind.MariaDb : DatabaseKind.PostgreSql;
        var name = $"test_{Guid.NewGuid():N}";
        await using var all = Connect(kind, server.ConnectionString());
        await using var create = all.CreateCommand($"CREATE DATABASE {name}");
        await create.ExecuteNonQueryAsync();
        return new TestDatabase(kind, server.ConnectionString(name));
    }

    /// <summary>Creates the inbox's tables and the table of the handlers' changes.</summary>
    public async Task CreateTablesAsync()
    {
        await NotificationInboxSchema.CreateAsync(Main);
        await ExecuteAsync("CREATE TABLE effects (serial_number text NOT NULL)");
    }

    /// <summary>Creates a data source with separate connections, as another node has.</summary>
    public DbDataSource Connect()
    {
        var node = Connect(Kind, _connectionString);
        _nodes.Add(node);
        return node;
    }

    /// <summary>Returns the same database on new connections.</summary>
    public TestDatabase Reconnect() => new(Kind, _connectionString);

    public async Task ExecuteAsync(string sql)
    {
        await using var command = Main.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Returns the first column of a query.</summary>
    public async Task<IReadOnlyList<object>> ReadAsync(string sql)
    {
        var values = new List<object>();
        await using var command = Main.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            values.Add(reader.GetValue(0));
        }

        return values;
    }

    /// <summary>Returns the changes of the handlers.</summary>
    public Task<IReadOnlyList<object>> EffectsAsync() => ReadAsync("SELECT serial_number FROM effects");

    /// <summary>Returns the serial numbers of the recorded notifications.</summary>
    public Task<IReadOnlyList<object>> KeysAsync() => ReadAsync("SELECT serial_number FROM google_checkout_notifications");

    /// <summary>Ends a session as if its connection were lost, and returns when its transaction is rolled back.</summary>
    public Task EndSessionAsync(object id) => Kind == DatabaseKind.PostgreSql
        ? ExecuteAsync($"SELECT pg_terminate_backend({id}, 30000)")
        : EndMariaDbSessionsAsync($"id = {id}");

    /// <summary>Ends all sessions of this database except the one that ends them.</summary>
    public Task EndOtherSessionsAsync() => Kind == DatabaseKind.PostgreSql
        ? ExecuteAsync("SELECT pg_terminate_backend(pid, 30000) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()")
        : EndMariaDbSessionsAsync("db = DATABASE() AND id <> CONNECTION_ID()");

    /// <summary>Returns when the server has ended a session.</summary>
    public async Task WaitUntilEndedAsync(object id)
    {
        while ((await ReadAsync(Kind == DatabaseKind.PostgreSql
            ? $"SELECT pid FROM pg_stat_activity WHERE pid = {id}"
            : $"SELECT id FROM information_schema.processlist WHERE id = {id}")).Count > 0)
        {
            await Task.Yield();
        }
    }

    /// <summary>Returns when transactions wait for a lock. On SQLite they wait in the driver, which cannot be observed.</summary>
    public async Task WaitUntilHeldUpAsync(int count = 1)
    {
        while (Kind != DatabaseKind.Sqlite && (await ReadAsync(Kind == DatabaseKind.PostgreSql
            ? "SELECT pid FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()"
            : $"SELECT 1 FROM information_schema.global_status, seq_1_to_{count} WHERE variable_name = 'INNODB_ROW_LOCK_CURRENT_WAITS' AND variable_value >= seq")).Count < count)
        {
            await Task.Yield();
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var node in _nodes)
        {
            await node.DisposeAsync();
        }

        if (_folder is not null)
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(_folder, recursive: true);
        }
    }

    // On one connection, which must not be among those that end.
    private async Task EndMariaDbSessionsAsync(string condition)
    {
        await using var connection = await Main.OpenConnectionAsync();
        await using var command = connection.CreateCommand();
        while (true)
        {
            command.CommandText = $"SELECT group_concat(concat('KILL CONNECTION ', id) SEPARATOR ';') FROM information_schema.processlist WHERE {condition}";
            if (await command.ExecuteScalarAsync() is not string kill)
            {
                return;
            }

            command.CommandText = kill;
            try
            {
                await command.ExecuteNonQueryAsync();
            }
            catch (MySqlException e) when (e.ErrorCode == MySqlErrorCode.NoSuchThread)
            {
                // It ended in the meantime.
            }
        }
    }

    private static DbDataSource Connect(DatabaseKind kind, string connectionString) => kind switch
    {
        DatabaseKind.Sqlite => SqliteFactory.Instance.CreateDataSource(connectionString),
        DatabaseKind.MariaDb => new MySqlDataSource(connectionString),
        _ => NpgsqlDataSource.Create(connectionString),
    };
}
