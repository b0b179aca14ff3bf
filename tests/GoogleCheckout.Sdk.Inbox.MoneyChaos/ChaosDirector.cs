using System.Diagnostics;
using GoogleCheckout.Carts;
using GoogleCheckout.Orders;
using GoogleCheckout.Sandbox;

namespace GoogleCheckout.Outbox.MoneyChaos;

/// <summary>One run: database, sandbox and workers, what happens to them, and the judgment.</summary>
internal sealed class ChaosDirector : IAsyncDisposable
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Stalled = TimeSpan.FromSeconds(90);

    private readonly ChaosOptions _options;
    private readonly DatabaseServer? _server;
    private readonly CheckoutSandbox _sandbox;
    private readonly CheckoutClient _client;
    private readonly SandboxRecord _record;
    private readonly ShopDatabase _shop;
    private readonly Enqueuer _enqueuer;
    private readonly List<NodeProcess> _workers;
    private int _selfInflicted;

    private ChaosDirector(ChaosOptions options, string folder, DatabaseServer? server, CheckoutSandbox sandbox)
    {
        _options = options;
        _server = server;
        _sandbox = sandbox;
        _client = sandbox.CreateClient();
        _record = new SandboxRecord(sandbox);
        var connectionString = server is null ? $"Data Source={Path.Combine(folder, "shop.db")}" : server.ConnectionString() + ";Maximum Pool Size=50";
        var (settings, path) = (WorkerSettings.Create(options, connectionString, sandbox, folder), Path.Combine(folder, "worker.json"));
        settings.Write(path);
        _shop = new ShopDatabase(options.Database, connectionString);
        _enqueuer = new Enqueuer(_shop, settings);
        _workers = [.. Enumerable.Range(1, options.Workers).Select(number => new NodeProcess(typeof(ChaosDirector).Assembly.Location, ["worker", path], Path.Combine(folder, $"worker-{number}.log")))];
    }

    /// <summary>Runs it and prints the result.</summary>
    /// <returns>Whether the money of each order is as planned.</returns>
    public static async Task<bool> RunAsync(ChaosOptions options)
    {
        await using var server = await DatabaseServer.StartNewAsync(options.Database);
        await using var sandbox = await CheckoutSandbox.StartAsync(new CheckoutSandboxOptions { ReviewDelay = TimeSpan.Zero, CaptureDelay = TimeSpan.FromMilliseconds(20), MaxLogBytes = 1024 * 1024 });
        var folder = Directory.CreateTempSubdirectory("money-chaos-").FullName;
        bool isRight;
        await using (var director = new ChaosDirector(options, folder, server, sandbox))
        {
            isRight = await director.RunAsync();
        }

        if (isRight && !options.Keep)
        {
            Directory.Delete(folder, recursive: true);
        }
        else
        {
            Console.WriteLine($"The workers' logs are in {folder}");
        }

        return isRight;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var worker in _workers)
        {
            await worker.DisposeAsync();
        }

        await _enqueuer.DisposeAsync();
        await _shop.DisposeAsync();
        _client.Dispose();
    }

    private async Task<bool> RunAsync()
    {
        var clock = Stopwatch.StartNew();
        var random = new Random(_options.Seed);
        var plans = await PlaceAsync([.. Enumerable.Range(1, _options.Orders).Select(number => OrderPlan.Create(number, random))]);
        await _shop.CreateAsync();
        new FaultPlan(_options.Faults, _options.Seed).AddTo(_sandbox.Faults);
        var planned = plans.Sum(plan => plan.Commands.Count);
        var incidents = Incidents.Plan(_options.Kills, _options.Restarts, planned, random);
        _workers.ForEach(worker => worker.Start());
        await WatchAsync(plans, planned, incidents);
        foreach (var worker in _workers.Where(worker => !worker.HasEnded))
        {
            await worker.StopAsync();
        }

        _sandbox.Faults.Clear();
        var deviations = await JudgeAsync(plans);
        Console.WriteLine(Report.Create(_options, planned, _record, _enqueuer, incidents, _selfInflicted, clock.Elapsed, deviations));
        return deviations.Count == 0 && incidents.AllHappened;
    }

    private async Task<IReadOnlyList<OrderPlan>> PlaceAsync(OrderPlan[] plans)
    {
        await Parallel.ForAsync(0, plans.Length, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (i, token) =>
        {
            var item = new Item { ItemName = "Tea", ItemDescription = "Sencha", UnitPrice = OrderPlan.ToMoney(plans[i].Total), Quantity = 1 };
            var order = await _sandbox.PlaceOrderAsync(await _client.CheckoutAsync(CheckoutShoppingCart.Create(item), token), cancellationToken: token);
            plans[i] = plans[i] with { GoogleOrderNumber = order.GoogleOrderNumber };
        });
        return plans;
    }

    /// <summary>Records the plan, keeps the workers going and lets the incidents happen, until all outcomes are handled and no more come.</summary>
    private async Task WatchAsync(IReadOnlyList<OrderPlan> plans, int planned, Incidents incidents)
    {
        using var stop = new CancellationTokenSource();
        var clock = Stopwatch.StartNew();
        var enqueuing = _enqueuer.EnqueueAsync(plans, _options.Seed, stop.Token);
        var (outcomes, lastChange, nextLine) = (0, clock.Elapsed, planned / 10);
        using var ticks = new PeriodicTimer(Tick);
        while (await ticks.WaitForNextTickAsync(CancellationToken.None))
        {
            Revive();
            if (await _shop.CountAsync() is { } now && now != outcomes)
            {
                (outcomes, lastChange) = (now, clock.Elapsed);
            }

            for (; outcomes >= nextLine && nextLine < planned; nextLine += Math.Max(planned / 10, 1))
            {
                Console.WriteLine(Report.CreateProgress(outcomes, planned, incidents, clock.Elapsed));
            }

            await incidents.HappenAsync(outcomes, _workers, _server);
            var isComplete = enqueuing.IsCompletedSuccessfully && outcomes >= planned;
            if (enqueuing.IsFaulted || clock.Elapsed - lastChange > (isComplete ? Quiet : Stalled))
            {
                break;
            }
        }

        await stop.CancelAsync();
        await enqueuing.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        if (enqueuing.Exception is { } error)
        {
            throw error;
        }
    }

    private void Revive()
    {
        foreach (var worker in _workers.Where(worker => worker.HasEnded))
        {
            worker.Start();
            _selfInflicted++;
        }
    }

    private async Task<IReadOnlyList<Deviation>> JudgeAsync(IReadOnlyList<OrderPlan> plans)
    {
        var outcomes = (await _shop.ReadAsync()).ToLookup(outcome => outcome.Key);
        var money = new Dictionary<string, OrderMoney>();
        foreach (var chunk in plans.Chunk(100))
        {
            foreach (var order in await _client.GetOrderSummariesAsync(chunk.Select(plan => plan.GoogleOrderNumber)))
            {
                var status = OrderStatus.FromSummary(order);
                money[order.GoogleOrderNumber] = new OrderMoney(status.TotalChargeAmount, status.TotalRefundAmount, status.FinancialOrderState == FinancialOrderState.Cancelled);
            }
        }

        return
        [
            .. from plan in plans
               let received = _record.Get(plan.GoogleOrderNumber)
               let reasons = MoneyJudge.Judge(plan, money.GetValueOrDefault(plan.GoogleOrderNumber), received, outcomes)
               where reasons.Count > 0
               select new Deviation(plan, reasons, [.. received.Select(command => command.Description), .. plan.Commands.SelectMany(command => outcomes[command.Key]).Select(outcome => outcome.ToString())]),
        ];
    }
}
