using System.Data.Common;
using Microsoft.Data.Sqlite;
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

    /// <summary>Creates a database with the inbox's tables, and with a table <c>effects</c> for the changes of handlers.</summary>
    public static async Task<TestDatabase> CreateAsync(DatabaseKind kind)
    {
        var database = await CreateEmptyAsync(kind);
        await NotificationInboxSchema.CreateAsync(database.Main);
        await database.ExecuteAsync("CREATE TABLE effects (serial_number text NOT NULL)");
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

        if (PostgresServer.Programs is null)
        {
            Assert.Ignore(PostgresServer.Missing);
        }

        return await CreateOnAsync(await SharedPostgres.GetAsync());
    }

    /// <summary>Creates an empty database on a separate server.</summary>
    public static async Task<TestDatabase> CreateOnAsync(PostgresServer server)
    {
        var name = $"test_{Guid.NewGuid():N}";
        await using var all = NpgsqlDataSource.Create(server.ConnectionString());
        await using var create = all.CreateCommand($"CREATE DATABASE {name}");
        await create.ExecuteNonQueryAsync();
        return new TestDatabase(DatabaseKind.PostgreSql, server.ConnectionString(name));
    }

    /// <summary>Creates a data source with separate connections, as another node has.</summary>
    public DbDataSource Connect()
    {
        DbDataSource node = Kind == DatabaseKind.Sqlite ? SqliteFactory.Instance.CreateDataSource(_connectionString) : NpgsqlDataSource.Create(_connectionString);
        _nodes.Add(node);
        return node;
    }

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
}
