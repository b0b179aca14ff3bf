using System.Data.Common;
using System.Globalization;

namespace GoogleCheckout.Inbox.ExactlyOnce;

/// <summary>The shop's own tables, where handlers leave their effects. Nothing in them is unique, so that a double shows.</summary>
internal abstract class Shop(DbDataSource dataSource) : IAsyncDisposable
{
    /// <summary>The shop's database, which is the inbox's too.</summary>
    public DbDataSource DataSource => dataSource;

    public static Shop Open(RunOptions options, string connectionString) =>
        options.Database switch
        {
            "postgresql" => new PostgresShop(connectionString),
            "mariadb" => new MariaDbShop(connectionString),
            _ => new SqliteShop(connectionString),
        };

    public virtual async Task CreateAsync(CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await ExecuteAsync(connection, null, "create table shop_effects (serial_number text not null, order_number text not null, started bigint not null, began bigint not null, ended bigint not null)", cancellationToken);
        await ExecuteAsync(connection, null, "create table shop_overlaps (order_number text not null)", cancellationToken);
    }

    /// <summary>Takes note that a handler of an order is at work in the transaction.</summary>
    /// <returns>When the transaction started, and whether another handler of the order is at work.</returns>
    public abstract Task<(long Started, bool IsOverlap)> EnterAsync(DbTransaction transaction, string orderNumber, CancellationToken cancellationToken);

    /// <summary>Leaves the effect in the transaction.</summary>
    public static Task WriteAsync(DbTransaction transaction, Effect effect, CancellationToken cancellationToken) => ExecuteAsync(
        transaction.Connection!,
        transaction,
        "insert into shop_effects (serial_number, order_number, started, began, ended) values (@serial, @order, @started, @began, @ended)",
        cancellationToken,
        ("serial", effect.SerialNumber),
        ("order", effect.OrderNumber),
        ("started", effect.Started),
        ("began", effect.Began),
        ("ended", effect.Ended));

    /// <summary>Reports an overlap, outside of the transaction, so that it stays known if that is rolled back.</summary>
    public async Task ReportOverlapAsync(string orderNumber, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await ExecuteAsync(connection, null, "insert into shop_overlaps values (@order)", cancellationToken, ("order", orderNumber));
    }

    public Task<int> CountEffectsAsync(CancellationToken cancellationToken) => CountAsync("shop_effects", cancellationToken);

    public Task<int> CountOverlapsAsync(CancellationToken cancellationToken) => CountAsync("shop_overlaps", cancellationToken);

    public async Task<IReadOnlyList<Effect>> ReadEffectsAsync(CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await using var command = CreateCommand(connection, null, "select serial_number, order_number, started, began, ended from shop_effects", []);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var effects = new List<Effect>();
        while (await reader.ReadAsync(cancellationToken))
        {
            effects.Add(new Effect(reader.GetString(0), reader.GetString(1), reader.GetInt64(2), reader.GetInt64(3), reader.GetInt64(4)));
        }

        return effects;
    }

    public ValueTask DisposeAsync() => dataSource.DisposeAsync();

    protected static DbCommand CreateCommand(DbConnection connection, DbTransaction? transaction, string sql, (string Name, object Value)[] parameters)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = ("@" + name, value);
            command.Parameters.Add(parameter);
        }

        return command;
    }

    protected static async Task ExecuteAsync(DbConnection connection, DbTransaction? transaction, string sql, CancellationToken cancellationToken, params (string Name, object Value)[] parameters)
    {
        await using var command = CreateCommand(connection, transaction, sql, parameters);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task<int> CountAsync(string table, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await using var command = CreateCommand(connection, null, $"select count(*) from {table}", []);
        return Convert.ToInt32(await command.ExecuteScalarAsync(cancellationToken), CultureInfo.InvariantCulture);
    }
}
