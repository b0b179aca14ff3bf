using System.Data.Common;
using System.Diagnostics;
using GoogleCheckout.Benchmarks.Report;
using GoogleCheckout.Orders;
using GoogleCheckout.Outbox;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace GoogleCheckout.Benchmarks;

/// <summary>
/// Charges through the outbox, from the transaction that records each of them to a handler with one insert, on a separate PostgreSQL server
/// with its default settings unless others are given, and with a sandbox in a separate process. Beside it, with as many at once as there are workers: the same
/// charges sent directly, and the rows alone. The rows are the insert of the command, two updates of it, and the last update with the
/// handler's insert, each committed, as the outbox commits them. Goal: no less than 60 % of the slower one, median of five rounds.
/// </summary>
internal static class OutboxThroughput
{
    private const int Orders = 64;
    private const int Commands = 640;
    private const int Rounds = 5;
    private const string InsertEffect = "INSERT INTO shop_effects (command) VALUES (@order)";

    private static readonly int[] WorkerCounts = [1, 2, 4, 8];

    public static async Task<IReadOnlyList<Row>> MeasureAsync(string[] settings)
    {
        await using var sandbox = await SandboxProcess.StartAsync();
        await using var postgres = await PostgresServer.StartNewAsync(settings);
        await using var database = NpgsqlDataSource.Create(postgres.ConnectionString());
        await CheckoutOutboxSchema.CreateAsync(database);
        await CheckoutOutboxSchema.CreateAsync(database, "alone_");
        await ExecuteAsync(database, "CREATE TABLE shop_effects (command text NOT NULL)");
        using var client = new CheckoutClient(sandbox.CreateOptions());
        var commands = await CreateCommandsAsync(sandbox);
        var rows = new List<Row>();
        for (var round = 0; round < 2; round++)
        {
            await CompareAsync(WorkerCounts[^1]);
        }

        foreach (var workers in WorkerCounts)
        {
            var rounds = new List<(double Outbox, double Sent, double Alone)>();
            for (var round = 0; round < Rounds; round++)
            {
                rounds.Add(await CompareAsync(workers));
            }

            var ratio = Comparison.Median(rounds.Select(rates => rates.Outbox / Math.Min(rates.Sent, rates.Alone)));
            rows.Add(new Row(
                $"charges through the outbox on PostgreSQL with fsync, from the record to a handler with one insert; {workers} {(workers == 1 ? "worker" : "workers")}",
                FormattableString.Invariant($"{Comparison.Median(rounds.Select(rates => rates.Outbox)):F0} a second"),
                FormattableString.Invariant($"sent directly: {Comparison.Median(rounds.Select(rates => rates.Sent)):F0}; the rows alone: {Comparison.Median(rounds.Select(rates => rates.Alone)):F0}"),
                ratio,
                "at least 0.6 of the slower one",
                ratio >= 0.6));
        }

        return rows;

        async Task<(double Outbox, double Sent, double Alone)> CompareAsync(int workers)
        {
            var sent = await PerSecondAsync(() => ForEachAsync(commands, workers, command => client.SendAsync(command)));
            var alone = await PerSecondAsync(() => ForEachAsync(commands, workers, command => WriteAloneAsync(database, command)));
            var outbox = await PerSecondAsync(() => RunOutboxAsync(database, sandbox, commands, workers));
            return (outbox, sent, alone);
        }
    }

    private static async Task<IReadOnlyList<OrderCommand>> CreateCommandsAsync(SandboxProcess sandbox)
    {
        using var shop = new SandboxShop(sandbox.CreateOptions());
        var orders = new List<string>();
        while (orders.Count < Orders)
        {
            orders.Add(await shop.OrderAsync());
        }

        await shop.PassReviewAsync(Orders);
        return [.. Enumerable.Range(0, Commands).Select(i => new ChargeOrderRequest { GoogleOrderNumber = orders[i % Orders], Amount = new Money(0.01m, "USD") })];
    }

    private static async Task RunOutboxAsync(NpgsqlDataSource database, SandboxProcess sandbox, IReadOnlyList<OrderCommand> commands, int workers)
    {
        var countdown = new Countdown(commands.Count);
        var services = new ServiceCollection().AddLogging().AddSingleton(countdown);
        services.AddGoogleCheckout(options =>
        {
            var other = sandbox.CreateOptions();
            (options.MerchantId, options.MerchantKey, options.Environment) = (other.MerchantId, other.MerchantKey, other.Environment);
            (options.ClientCertificate, options.TrustedCertificate) = (other.ClientCertificate, other.TrustedCertificate);
        });
        services.AddCheckoutOutbox(database, options => options.Workers = workers).AddCommandOutcomeHandler<Handler>();
        await using var provider = services.BuildServiceProvider();
        var outbox = provider.GetRequiredService<ICheckoutOutbox>();
        await ForEachAsync(commands, workers, async command =>
        {
            await using var connection = await database.OpenConnectionAsync();
            await using var transaction = await connection.BeginTransactionAsync();
            await outbox.EnqueueAsync(command, transaction);
            await transaction.CommitAsync();
        });
        var hosted = provider.GetServices<IHostedService>().ToList();
        hosted.ForEach(service => service.StartAsync(CancellationToken.None).GetAwaiter().GetResult());
        await countdown.Ended;
        hosted.ForEach(service => service.StopAsync(CancellationToken.None).GetAwaiter().GetResult());
    }

    private static async Task WriteAloneAsync(NpgsqlDataSource database, OrderCommand command)
    {
        long id;
        await using (var connection = await database.OpenConnectionAsync())
        await using (var transaction = await connection.BeginTransactionAsync())
        {
            id = (long)(await ExecuteAsync(
                connection,
                """
                INSERT INTO alone_commands (merchant, google_order_number, kind, command, enqueued_at, state, next_attempt_at)
                VALUES ('', @order, 'ChargeOrderRequest', @xml, now(), 'pending', now()) RETURNING id
                """,
                ("order", command.GoogleOrderNumber),
                ("xml", command.ToXmlString())))!;
            await transaction.CommitAsync();
        }

        await ExecuteAsync(database, "UPDATE alone_commands SET attempts = attempts + 1, next_attempt_at = now() + interval '5 seconds' WHERE id = @id", ("id", id));
        await ExecuteAsync(database, "UPDATE alone_commands SET sent_at = now(), target = '0.01 USD', amount = '0.01 USD' WHERE id = @id", ("id", id));
        await using (var connection = await database.OpenConnectionAsync())
        await using (var transaction = await connection.BeginTransactionAsync())
        {
            await ExecuteAsync(connection, "UPDATE alone_commands SET state = 'done', ended_at = now(), next_attempt_at = NULL, sent_at = NULL WHERE id = @id", ("id", id));
            await ExecuteAsync(connection, InsertEffect, ("order", command.GoogleOrderNumber));
            await transaction.CommitAsync();
        }
    }

    private static async Task<double> PerSecondAsync(Func<Task> run)
    {
        var started = Stopwatch.GetTimestamp();
        await run();
        return Commands / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private static Task ForEachAsync(IReadOnlyList<OrderCommand> commands, int atOnce, Func<OrderCommand, Task> work) =>
        Parallel.ForEachAsync(commands, new ParallelOptions { MaxDegreeOfParallelism = atOnce }, async (command, _) => await work(command));

    private static async Task ExecuteAsync(NpgsqlDataSource database, string sql, params (string Name, object Value)[] parameters)
    {
        await using var connection = await database.OpenConnectionAsync();
        await ExecuteAsync(connection, sql, parameters);
    }

    private static async Task<object?> ExecuteAsync(NpgsqlConnection connection, string sql, params (string Name, object Value)[] parameters)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value);
        }

        return await command.ExecuteScalarAsync();
    }

    /// <summary>Ends when a number of commands was handled.</summary>
    private sealed class Countdown(int count)
    {
        private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _left = count;

        public Task Ended => _ended.Task;

        public void Decrement()
        {
            if (Interlocked.Decrement(ref _left) == 0)
            {
                _ended.SetResult();
            }
        }
    }

    private sealed class Handler(Countdown countdown) : ICommandOutcomeHandler<ChargeOrderRequest>
    {
        public async Task HandleAsync(CommandOutcome<ChargeOrderRequest> outcome, CommandOutcomeContext context, CancellationToken cancellationToken)
        {
            if (!outcome.Succeeded)
            {
                throw new InvalidOperationException($"The outbox did not execute a charge: {outcome.Reason}");
            }

            await using DbCommand insert = context.CreateCommand();
            insert.CommandText = InsertEffect;
            insert.Parameters.Add(new NpgsqlParameter("order", outcome.Command.GoogleOrderNumber));
            await insert.ExecuteNonQueryAsync(cancellationToken);
            countdown.Decrement();
        }
    }
}
