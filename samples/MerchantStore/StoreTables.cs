using System.Data.Common;

namespace MerchantStore;

/// <summary>Creates the store's tables, in the same database as those of the inbox, before the other services start.</summary>
internal sealed class StoreTables(DbDataSource database) : IHostedLifecycleService
{
    // Amounts and times are stored as text: exact, and readable in any SQLite tool.
    private const string Script = """
        PRAGMA journal_mode = WAL;

        CREATE TABLE IF NOT EXISTS checkouts (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            started_at TEXT NOT NULL);

        CREATE TABLE IF NOT EXISTS orders (
            google_order_number TEXT PRIMARY KEY,
            shop_order_number TEXT,
            placed_at TEXT,
            placed_xml BLOB,
            states_since TEXT,
            financial_state TEXT NOT NULL,
            fulfillment_state TEXT NOT NULL,
            currency TEXT NOT NULL,
            total TEXT NOT NULL,
            charged TEXT NOT NULL,
            refunded TEXT NOT NULL,
            charged_back TEXT NOT NULL,
            archived INTEGER NOT NULL,
            decision TEXT,
            version INTEGER NOT NULL DEFAULT 0,
            looked_up INTEGER NOT NULL DEFAULT 0);

        CREATE TABLE IF NOT EXISTS order_events (
            serial_number TEXT PRIMARY KEY,
            google_order_number TEXT NOT NULL,
            happened_at TEXT,
            what TEXT NOT NULL);
        CREATE INDEX IF NOT EXISTS order_events_of ON order_events (google_order_number, happened_at);

        CREATE TABLE IF NOT EXISTS commands (
            id TEXT PRIMARY KEY,
            google_order_number TEXT NOT NULL,
            written_at TEXT NOT NULL,
            xml TEXT NOT NULL,
            outcome TEXT NOT NULL,
            answer TEXT);
        CREATE INDEX IF NOT EXISTS commands_of ON commands (google_order_number, written_at);

        CREATE TABLE IF NOT EXISTS owner (
            id INTEGER PRIMARY KEY,
            password_hash TEXT NOT NULL,
            session TEXT NOT NULL);
        """;

    // The columns that the first version of this sample did not have.
    private static readonly (string Name, string Type)[] AddedToOrders = [("version", "INTEGER NOT NULL DEFAULT 0"), ("looked_up", "INTEGER NOT NULL DEFAULT 0")];

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await ExecuteAsync(connection, Script, cancellationToken);
        foreach (var (name, type) in AddedToOrders)
        {
            await using var find = connection.Statement("SELECT 1 FROM pragma_table_info('orders') WHERE name = $name", ("$name", name));
            if (await find.ExecuteScalarAsync(cancellationToken) is null)
            {
                await ExecuteAsync(connection, $"ALTER TABLE orders ADD COLUMN {name} {type}", cancellationToken);
            }
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static async Task ExecuteAsync(DbConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = connection.Statement(sql);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
