using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using MySqlConnector;
using Npgsql;

namespace GoogleCheckout.Outbox.MoneyChaos;

/// <summary>The shop's database, with a table of handled outcomes. Nothing in the table is unique, so that a duplicate shows.</summary>
internal sealed class ShopDatabase(string database, string connectionString) : IAsyncDisposable
{
    public DbDataSource DataSource { get; } = Connect(database, connectionString);

    public async Task CreateAsync()
    {
        if (database == "sqlite")
        {
            // Readers do not block the workers.
            await ExecuteAsync("PRAGMA journal_mode = wal");
        }

        await ExecuteAsync("CREATE TABLE shop_outcomes (command_key varchar(128) NOT NULL, failure varchar(40) NOT NULL, amount varchar(40), reason text)");
        await CheckoutOutboxSchema.CreateAsync(DataSource);
    }

    /// <summary>Leaves a row in the handler's transaction.</summary>
    public static async Task AddAsync(CommandOutcomeContext context, HandledOutcome outcome, CancellationToken cancellationToken)
    {
        await using var insert = context.CreateCommand();
        insert.CommandText = "INSERT INTO shop_outcomes (command_key, failure, amount, reason) VALUES (@key, @failure, @amount, @reason)";
        foreach (var (name, value) in new[] { ("@key", outcome.Key), ("@failure", outcome.Failure), ("@amount", outcome.Amount), ("@reason", outcome.Reason) })
        {
            var parameter = insert.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, (object?)value ?? DBNull.Value);
            insert.Parameters.Add(parameter);
        }

        await insert.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Returns the number of rows; null if the database is not available.</summary>
    public async Task<int?> CountAsync()
    {
        try
        {
            await using var count = DataSource.CreateCommand("SELECT count(*) FROM shop_outcomes");
            return Convert.ToInt32(await count.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
        }
        catch (Exception e) when (DatabaseServer.IsUnavailable(e))
        {
            return null;
        }
    }

    public async Task<IReadOnlyList<HandledOutcome>> ReadAsync()
    {
        await using var command = DataSource.CreateCommand("SELECT command_key, failure, amount, reason FROM shop_outcomes");
        await using var reader = await command.ExecuteReaderAsync();
        var outcomes = new List<HandledOutcome>();
        while (await reader.ReadAsync())
        {
            outcomes.Add(new HandledOutcome(reader.GetString(0), reader.GetString(1), reader.IsDBNull(2) ? null : reader.GetString(2), reader.IsDBNull(3) ? null : reader.GetString(3)));
        }

        return outcomes;
    }

    public ValueTask DisposeAsync() => DataSource.DisposeAsync();

    private async Task ExecuteAsync(string sql)
    {
        await using var command = DataSource.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private static DbDataSource Connect(string database, string connectionString)
    {
        switch (database)
        {
            case "postgresql":
                return NpgsqlDataSource.Create(connectionString);
            case "mariadb":
                return new MySqlDataSource(connectionString);
            default:
                SQLitePCL.Batteries_V2.Init();
                return SqliteFactory.Instance.CreateDataSource(connectionString);
        }
    }
}
