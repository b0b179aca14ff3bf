using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using GoogleCheckout.Benchmarks.Report;
using GoogleCheckout.Inbox;
using GoogleCheckout.Notifications;
using Microsoft.Extensions.DependencyInjection;
using MySqlConnector;
using Npgsql;

namespace GoogleCheckout.Benchmarks;

/// <summary>
/// The inline inbox, from <see cref="NotificationReceiver"/> to a handler with one insert, on a separate PostgreSQL server
/// with its default settings unless others are given, and on a separate MariaDB server, 8 connections at work. Goal: no less than 60 % of the notifications a second that the
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

    public static async Task<IReadOnlyList<Row>> MeasureAsync(string[] settings)
    {
        await using var postgres = await PostgresServer.StartNewAsync(settings);
        await using var onPostgres = NpgsqlDataSource.Create(postgres.ConnectionString());
        var row = await MeasureAsync("PostgreSQL", onPostgres);
        await using var mariaDb = await MariaDbServer.StartNewAsync();
        await using var onMariaDb = new MySqlDataSource(mariaDb.ConnectionString());
        return [row, await MeasureAsync("MariaDB", onMariaDb)];
    }

    private static async Task<Row> MeasureAsync(string engine, DbDataSource database)
    {
        await NotificationInboxSchema.CreateAsync(database);
        await NotificationInboxSchema.CreateAsync(database, "alone_");
        await using var table = database.CreateCommand("CREATE TABLE shop_effects (serial_number text NOT NULL, order_number text NOT NULL)");
        await table.ExecuteNonQueryAsync();
        await using var services = new ServiceCollection().AddNotificationHandler<Handler>().AddNotificationInbox(database).BuildServiceProvider();
        var receiver = services.GetRequiredService<NotificationReceiver>();

        var rates = await CompareAsync(notification => AloneAsync(database, notification), notification => receiver.ReceiveAsync(notification));
        return new Row(
            $"notifications handled once, inline on {engine} with fsync, one insert each",
            FormattableString.Invariant($"{rates.Measured:F0} a second"),
            FormattableString.Invariant($"two inserts and a commit alone: {rates.Against:F0}"),
            rates.Ratio,
            "at least 0.6",
            rates.Ratio >= 0.6);
    }

    private static async Task<Comparison> CompareAsync(Func<Notification, Task> alone, Func<Notification, Task> inbox)
    {
        await PerSecondAsync(alone, "warm-up");
        await PerSecondAsync(inbox, "warm-up");
        var (aloneRound, inboxRound) = (0, 0);
        return await Comparison.RunAsync(Rounds, () => PerSecondAsync(alone, $"round {aloneRound++}"), () => PerSecondAsync(inbox, $"round {inboxRound++}"));
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

    private static async Task AloneAsync(DbDataSource database, Notification notification)
    {
        await using var connection = await database.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await ExecuteAsync(
            transaction,
            InsertKey,
            CancellationToken.None,
            ("serial", notification.SerialNumber),
            ("order", notification.GoogleOrderNumber),
            ("happened", notification.Timestamp!.Value.UtcDateTime),
            ("now", TimeProvider.System.GetUtcNow().UtcDateTime));
        await WriteEffectAsync(transaction, notification, CancellationToken.None);
        await transaction.CommitAsync();
    }

    private static Task WriteEffectAsync(DbTransaction transaction, Notification notification, CancellationToken cancellationToken) => ExecuteAsync(
        transaction, InsertEffect, cancellationToken, ("serial", notification.SerialNumber), ("order", notification.GoogleOrderNumber));

    private static async Task ExecuteAsync(DbTransaction transaction, string sql, CancellationToken cancellationToken, params (string Name, object Value)[] parameters)
    {
        await using var command = transaction.Connection!.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private sealed class Handler : INotificationHandler<Notification>
    {
        public Task HandleAsync(Notification notification, NotificationContext context, CancellationToken cancellationToken) =>
            WriteEffectAsync(context.Transaction!, notification, cancellationToken);
    }
}
