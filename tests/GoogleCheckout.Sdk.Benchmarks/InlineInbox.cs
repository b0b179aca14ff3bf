using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using GoogleCheckout.Inbox;
using GoogleCheckout.Notifications;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace GoogleCheckout.Benchmarks;

/// <summary>
/// The inline inbox, from <see cref="NotificationReceiver"/> to a handler with one insert, on a separate PostgreSQL server
/// with its default settings unless others are given, 8 connections at work. Budget: no less than 60 % of the notifications a second that the
/// handler's insert, the one that remembers the notification and the commit reach alone, the two alternating, median of five.
/// </summary>
internal static class InlineInbox
{
    private const int Connections = 8;
    private const int PerConnection = 400;
    private const int Rounds = 5;
    private const int NotificationsPerOrder = 5;
    private const string InsertEffect = "INSERT INTO shop_effects (serial_number, order_number) VALUES (@serial, @order)";
    private const string InsertKey =
        """
        INSERT INTO alone_notifications (merchant, serial_number, google_order_number, kind, happened_at, received_at, state, ended_at)
        VALUES ('', @serial, @order, 'ChargeAmountNotification', @happened, @now, 'handled', @now)
        """;

    public static async Task MeasureAsync(string[] settings)
    {
        await using var server = await PostgresServer.StartNewAsync(settings);
        await using var database = NpgsqlDataSource.Create(server.ConnectionString());
        await NotificationInboxSchema.CreateAsync(database);
        await NotificationInboxSchema.CreateAsync(database, "alone_");
        await using var table = database.CreateCommand("CREATE TABLE shop_effects (serial_number text NOT NULL, order_number text NOT NULL)");
        await table.ExecuteNonQueryAsync();
        await using var services = new ServiceCollection().AddNotificationHandler<Handler>().AddNotificationInbox(database).BuildServiceProvider();
        var receiver = services.GetRequiredService<NotificationReceiver>();

        await CompareAsync(notification => AloneAsync(database, notification), notification => receiver.ReceiveAsync(notification));
    }

    private static async Task CompareAsync(Func<Notification, Task> alone, Func<Notification, Task> inbox)
    {
        await PerSecondAsync(alone, "warm-up");
        await PerSecondAsync(inbox, "warm-up");
        var (aloneRates, inboxRates) = (new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            aloneRates.Add(await PerSecondAsync(alone, $"round {round}"));
            inboxRates.Add(await PerSecondAsync(inbox, $"round {round}"));
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"two inserts and commit {Median(aloneRates):F0} a second, inline inbox {Median(inboxRates):F0} a second, {Median(inboxRates) / Median(aloneRates):P0} (rounds {string.Join(", ", aloneRates.Zip(inboxRates, (one, other) => (other / one).ToString("P0", CultureInfo.InvariantCulture)))})"));
    }

    private static async Task<double> PerSecondAsync(Func<Notification, Task> handle, string round)
    {
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Connections).Select(async connection =>
        {
            for (var i = 0; i < PerConnection; i++)
            {
                await handle(Notification(string.Create(CultureInfo.InvariantCulture, $"{round}-{connection}-{i}"), string.Create(CultureInfo.InvariantCulture, $"{round}-{connection}-{i / NotificationsPerOrder}")));
            }
        }));
        return Connections * PerConnection / clock.Elapsed.TotalSeconds;
    }

    private static ChargeAmountNotification Notification(string serialNumber, string orderNumber) => new()
    {
        SerialNumber = serialNumber,
        GoogleOrderNumber = orderNumber,
        Timestamp = DateTimeOffset.UnixEpoch,
        LatestChargeAmount = new Money(10, "USD"),
        TotalChargeAmount = new Money(10, "USD"),
    };

    private static async Task AloneAsync(NpgsqlDataSource database, Notification notification)
    {
        await using var connection = await database.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var key = new NpgsqlCommand(InsertKey, connection, transaction);
        key.Parameters.AddWithValue("serial", notification.SerialNumber);
        key.Parameters.AddWithValue("order", notification.GoogleOrderNumber);
        key.Parameters.AddWithValue("happened", notification.Timestamp!.Value.UtcDateTime);
        key.Parameters.AddWithValue("now", TimeProvider.System.GetUtcNow().UtcDateTime);
        await key.ExecuteNonQueryAsync();
        await WriteEffectAsync(transaction, notification, CancellationToken.None);
        await transaction.CommitAsync();
    }

    private static async Task WriteEffectAsync(DbTransaction transaction, Notification notification, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(InsertEffect, (NpgsqlConnection)transaction.Connection!, (NpgsqlTransaction)transaction);
        command.Parameters.AddWithValue("serial", notification.SerialNumber);
        command.Parameters.AddWithValue("order", notification.GoogleOrderNumber);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(Rounds / 2);

    private sealed class Handler : INotificationHandler<Notification>
    {
        public Task HandleAsync(Notification notification, NotificationContext context, CancellationToken cancellationToken) =>
            WriteEffectAsync(context.Transaction!, notification, cancellationToken);
    }
}
