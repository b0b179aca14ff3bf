using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace MerchantStore.Data;

/// <summary>The database of the store, the inbox and the outbox: one, so that their changes are committed together.</summary>
internal sealed class StoreDatabase
{
    public const string Setting = "ConnectionStrings:Store";

    private const string Advice = $"Set {Setting} to \"Data Source=shop.db\" for SQLite, or to \"Host=...;Username=...;Password=...;Database=...\" for PostgreSQL";

    private StoreDatabase(string connectionString, DbDataSource source)
    {
        ConnectionString = connectionString;
        Source = source;
    }

    public string ConnectionString { get; }

    public DbDataSource Source { get; }

    public bool IsSqlite => Source is not NpgsqlDataSource;

    /// <summary>Opens the database of the configuration. <c>Host</c> in the connection string means PostgreSQL, <c>Data Source</c> means SQLite.</summary>
    /// <exception cref="InvalidOperationException">The connection string cannot be used. The message does not repeat it: it may have a password.</exception>
    public static StoreDatabase Open(IConfiguration configuration)
    {
        var connectionString = configuration[Setting];
        if (string.IsNullOrWhiteSpace(connectionString))
        {
            throw new InvalidOperationException($"The setting {Setting} is missing. {Advice}.");
        }

        try
        {
            var parts = new DbConnectionStringBuilder { ConnectionString = connectionString };
            if (parts.ContainsKey("Host") || parts.ContainsKey("Server"))
            {
                return new StoreDatabase(connectionString, NpgsqlDataSource.Create(connectionString));
            }

            var sqlite = new SqliteConnectionStringBuilder(connectionString);
            if (sqlite.DataSource is "" or ":memory:" || sqlite.Mode == SqliteOpenMode.Memory)
            {
                throw new ArgumentException("It names no file, and SQLite in memory has a separate database for each connection");
            }

            return new StoreDatabase(connectionString, SqliteFactory.Instance.CreateDataSource(connectionString));
        }
        catch (ArgumentException e)
        {
            throw new InvalidOperationException($"The setting {Setting} cannot be used: {e.Message.TrimEnd('.')}. {Advice}.", e);
        }
    }

    /// <summary>Returns whether the store has created a table.</summary>
    /// <exception cref="InvalidOperationException">The database cannot be opened.</exception>
    public async Task<bool> HasTableAsync(string table)
    {
        await using var connection = await OpenAsync(CancellationToken.None);
        await using var find = connection.CreateCommand();
        find.CommandText = IsSqlite ? $"SELECT 1 FROM sqlite_master WHERE name = '{table}'" : $"SELECT 1 WHERE to_regclass('\"{table}\"') IS NOT NULL";
        return await find.ExecuteScalarAsync() is not null;
    }

    /// <exception cref="InvalidOperationException">The database cannot be opened.</exception>
    public async Task<DbConnection> OpenAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await Source.OpenConnectionAsync(cancellationToken);
        }
        catch (DbException e)
        {
            throw new InvalidOperationException($"The database of the setting {Setting} cannot be opened: {e.Message.TrimEnd('.')}. Start it, or correct the setting. {Advice}.", e);
        }
    }

    public void Configure(DbContextOptionsBuilder options)
    {
        if (Source is NpgsqlDataSource postgres)
        {
            options.UseNpgsql(postgres);
        }
        else
        {
            options.UseSqlite(ConnectionString);
        }
    }
}
