using System.Diagnostics;
using System.Globalization;
using GoogleCheckout.Inbox;
using GoogleCheckout.Notifications;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace GoogleCheckout.Benchmarks;

/// <summary>
/// The inbox in inline mode with a handler of one insert, on a PostgreSQL server of its own that syncs to disk, by several
/// senders at once, each order's notifications its own. Budget: at least 60 % of the transactions per second of the same two
/// inserts and a commit, the two alternating.
/// </summary>
internal static class InboxOnPostgres
{
    private const int Senders = 16;
    private const int Rounds = 15;

    private static readonly TimeSpan RoundLength = TimeSpan.FromSeconds(2);

    public static async Task MeasureAsync()
    {
        await using var server = await PostgresServer.StartNewAsync();
        await using var dataSource = NpgsqlDataSource.Create(server.ConnectionString());
        await NotificationInboxSchema.CreateAsync(dataSource);
        await using var create = dataSource.CreateCommand("CREATE TABLE effects (serial_number text PRIMARY KEY)");
        await create.ExecuteNonQueryAsync();
        await using var services = new ServiceCollection().AddNotificationInbox(dataSource).BuildServiceProvider();
        var inbox = services.GetRequiredService<INotificationInbox>();
        await CompareAsync(serial => InsertAsync(dataSource, serial), serial => inbox.HandleOnceAsync(Notification(serial), "", (context, _) => HandleAsync(context)));
    }

    private static async Task CompareAsync(Func<string, Task> bare, Func<string, Task> inbox)
    {
        await PerSecondAsync(bare);
        await PerSecondAsync(inbox);
        var (bareRates, inboxRates) = (new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            bareRates.Add(await PerSecondAsync(bare));
            inboxRates.Add(await PerSecondAsync(inbox));
        }

        var ratios = bareRates.Zip(inboxRates, (one, other) => other / one);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"two inserts and a commit {Median(bareRates):F0}/s, inbox {Median(inboxRates):F0}/s, median of the rounds' ratios {Median(ratios):P0}"));
    }

    private static async Task<double> PerSecondAsync(Func<string, Task> send)
    {
        var clock = Stopwatch.StartNew();
        var done = await Task.WhenAll(Enumerable.Range(0, Senders).Select(_ => Task.Run(async () =>
        {
            var count = 0;
            for (; clock.Elapsed < RoundLength; count++)
            {
                await send(Guid.NewGuid().ToString());
            }

            return count;
        })));
        return done.Sum() / clock.Elapsed.TotalSeconds;
    }

    private static async Task InsertAsync(NpgsqlDataSource dataSource, string serial)
    {
        await using var connection = await dataSource.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using (var key = new NpgsqlCommand(
            """
            INSERT INTO google_checkout_notifications (merchant, serial_number, google_order_number, kind, happened_at, received_at, state)
            VALUES ('', @serial, @serial, 'OrderStateChangeNotification', @now, @now, 'handled')
            """,
            connection,
            transaction))
        {
            key.Parameters.AddWithValue("serial", serial);
            key.Parameters.AddWithValue("now", DateTime.UtcNow);
            await key.ExecuteNonQueryAsync();
        }

        await InsertEffectAsync(connection, transaction, serial);
        await transaction.CommitAsync();
    }

    private static Task HandleAsync(NotificationContext context) =>
        InsertEffectAsync((NpgsqlConnection)context.Transaction!.Connection!, (NpgsqlTransaction)context.Transaction, context.SerialNumber);

    private static async Task InsertEffectAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, string serial)
    {
        await using var effect = new NpgsqlCommand("INSERT INTO effects (serial_number) VALUES (@serial)", connection, transaction);
        effect.Parameters.AddWithValue("serial", serial);
        await effect.ExecuteNonQueryAsync();
    }

    private static OrderStateChangeNotification Notification(string serial) => new() { SerialNumber = serial, GoogleOrderNumber = serial, Timestamp = DateTimeOffset.UnixEpoch };

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(Rounds / 2);
}
