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
/// with its default settings unless others are given, with Npgsql's default settings, and with a sandbox in a separate process. Beside it, with as many at once
/// as there are workers: the same charges sent directly, each with one request, and the rows alone. Goal: no less than 60 % of the slower one, median of five rounds.
/// </summary>
/// <remarks>
/// The rows alone are what the outbox writes, in the same four transactions, each committed: the row of the order unless it exists, and that of the command;
/// the count of the attempt; the time and the total before the request; the end, and the handler's insert. The outbox does more than the two together: it finds and
/// locks the order, and looks it up before and after the charge. It prepares its statements; the rows alone are written as Npgsql does by default, unprepared.
/// </remarks>
internal static class OutboxThroughput
{
    private const int Orders = 64;
    private const int Commands = 320;

    // Until the runtime has compiled all of it for speed, in this process and in the sandbox.
    private const int WarmUps = 60;

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
        await using (var outbox = CreateOutbox(database, sandbox, WorkerCounts[^1]))
        {
            for (var round = 0; round < WarmUps; round++)
            {
                await CompareAsync(outbox, WorkerCounts[^1]);
            }
        }

        // As autovacuum does every minute.
        await ExecuteAsync(database, "VACUUM ANALYZE google_checkout_commands");
        await ExecuteAsync(database, "VACUUM ANALYZE alone_commands");
        foreach (var workers in WorkerCounts)
        {
            await using var outbox = CreateOutbox(database, sandbox, workers);
            await CompareAsync(outbox, workers);
            var rounds = new List<(double Outbox, double Sent, double Alone)>();
            for (var round = 0; round < Rounds; round++)
            {
                rounds.Add(await CompareAsync(outbox, workers));
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

        async Task<(double Outbox, double Sent, double Alone)> CompareAsync(ServiceProvider provider, int workers)
        {
            var sent = await PerSecondAsync(() => ForEachAsync(commands, workers, command => client.SendAsync(command)));
            var alone = await PerSecondAsync(() => ForEachAsync(commands, workers, command => WriteAloneAsync(database, command)));
            var outbox = await PerSecondAsync(() => RunOutboxAsync(database, provider, commands, workers));
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

    private static ServiceProvider CreateOutbox(NpgsqlDataSource database, SandboxProcess sandbox, int workers)
    {
        var services = new ServiceCollection().AddLogging().AddSingleton<Countdown>();
        services.AddGoogleCheckout(options =>
        {
            var other = sandbox.CreateOptions();
            (options.MerchantId, options.MerchantKey, options.Environment) = (other.MerchantId, other.MerchantKey, other.Environment);
            (options.ClientCertificate, options.TrustedCertificate) = (other.ClientCertificate, other.TrustedCertificate);
        });
        services.AddCheckoutOutbox(database, options => options.Workers = workers).AddCommandOutcomeHandler<Handler>();
        return services.BuildServiceProvider();
    }

    private static async Task RunOutboxAsync(NpgsqlDataSource database, ServiceProvider provider, IReadOnlyList<OrderCommand> commands, int workers)
    {
        var outbox = provider.GetRequiredService<ICheckoutOutbox>();
        await ForEachAsync(commands, workers, async command =>
        {
            await using var connection = await database.OpenConnectionAsync();
            await using var transaction = await connection.BeginTransactionAsync();
            await outbox.EnqueueAsync(command, transaction);
            await transaction.CommitAsync();
        });
        var ended = provider.GetRequiredService<Countdown>().StartAsync(commands.Count);
        var hosted = provider.GetServices<IHostedService>().ToList();
        hosted.ForEach(service => service.StartAsync(CancellationToken.None).GetAwaiter().GetResult());
        await ended;
        hosted.ForEach(service => service.StopAsync(CancellationToken.None).GetAwaiter().GetResult());
    }

    private static async Task WriteAloneAsync(NpgsqlDataSource database, OrderCommand command)
    {
        long id;
        await using (var connection = await database.OpenConnectionAsync())
        await using (var transaction = await connection.BeginTransactionAsync())
        {
            await using var record = new NpgsqlBatch(connection)
            {
                BatchCommands =
                {
                    new("INSERT INTO alone_command_orders (merchant, google_order_number) VALUES ('', @order) ON CONFLICT DO NOTHING") { Parameters = { new("order", command.GoogleOrderNumber) } },
                    new(
                        """
                        INSERT INTO alone_commands (merchant, google_order_number, kind, command, enqueued_at, state, next_attempt_at)
                        VALUES ('', @order, 'ChargeOrderRequest', @xml, now(), 'pending', now()) RETURNING id
                        """)
                    {
                        Parameters = { new("order", command.GoogleOrderNumber), new("xml", command.ToXmlString()) },
                    },
                },
            };
            id = (long)(await record.ExecuteScalarAsync())!;
            await transaction.CommitAsync();
        }

        await ExecuteAsync(database, "UPDATE alone_commands SET attempts = attempts + 1, next_attempt_at = now() + interval '5 seconds', last_fault = 'The attempt did not end.' WHERE id = @id", ("id", id));
        await ExecuteAsync(database, "UPDATE alone_commands SET sent_at = now(), target = '0.01 USD', amount = '0.01 USD' WHERE id = @id", ("id", id));
        await using (var connection = await database.OpenConnectionAsync())
        await using (var transaction = await connection.BeginTransactionAsync())
        {
            await ExecuteAsync(connection, "UPDATE alone_commands SET state = 'done', ended_at = now(), next_attempt_at = NULL, sent_at = NULL, last_fault = NULL WHERE id = @id", ("id", id));
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

    /// <summary>Counts handled commands down.</summary>
    private sealed class Countdown
    {
        private TaskCompletionSource _ended = new();
        private int _left;

        /// <returns>A task that completes when a number of commands was handled.</returns>
        public Task StartAsync(int count)
        {
            (_left, _ended) = (count, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
            return _ended.Task;
        }

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
