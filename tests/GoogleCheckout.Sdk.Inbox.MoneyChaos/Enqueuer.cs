using GoogleCheckout.Orders;
using Microsoft.Extensions.DependencyInjection;

namespace GoogleCheckout.Outbox.MoneyChaos;

/// <summary>Records the plan in the outbox: the commands of an order in one transaction or two, some twice, and some others in transactions that are rolled back.</summary>
internal sealed class Enqueuer : IAsyncDisposable
{
    // If the connection is lost during the commit, nobody knows whether the commands are recorded. Their keys make it safe to record them again.
    private static readonly TimeSpan RetryDelay = TimeSpan.FromMilliseconds(100);

    private readonly ServiceProvider _services;
    private readonly ShopDatabase _shop;
    private readonly WorkerSettings _settings;
    private readonly ICheckoutOutbox _outbox;
    private int _twice;
    private int _rolledBack;
    private int _failed;

    public Enqueuer(ShopDatabase shop, WorkerSettings settings)
    {
        _shop = shop;
        _settings = settings;
        var services = new ServiceCollection();
        services.AddSingleton(settings.Clock);
        services.AddGoogleCheckout(settings.Configure);
        services.AddCheckoutOutbox(shop.DataSource, settings.Configure);
        _services = services.BuildServiceProvider();
        _outbox = _services.GetRequiredService<ICheckoutOutbox>();
    }

    /// <summary>The number of transactions that were made twice.</summary>
    public int Twice => _twice;

    /// <summary>The number of transactions that were rolled back.</summary>
    public int RolledBack => _rolledBack;

    /// <summary>The number of transactions that failed, and were made again.</summary>
    public int Failed => _failed;

    public Task EnqueueAsync(IReadOnlyList<OrderPlan> plans, int seed, CancellationToken cancellationToken) => Parallel.ForEachAsync(
        plans.Select((plan, i) => (plan, new Random(seed + i))),
        new ParallelOptions { MaxDegreeOfParallelism = _settings.Database == "sqlite" ? 1 : 4, CancellationToken = cancellationToken },
        async (item, token) => await EnqueueAsync(item.plan, item.Item2, token));

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private async Task EnqueueAsync(OrderPlan plan, Random random, CancellationToken cancellationToken)
    {
        var first = random.Next(plan.Commands.Count);
        foreach (var part in new[] { plan.Commands.Take(first).ToArray(), [.. plan.Commands.Skip(first)] }.Where(part => part.Length > 0))
        {
            var start = part[0] == plan.Commands[0] ? 0 : first;
            if (random.Next(20) == 0)
            {
                await RunAsync(plan, [new PlannedCommand($"rolled back {part[0].Key}", nameof(ChargeOrderRequest), OrderPlan.ToMoney(1))], start, commits: false, cancellationToken);
                Interlocked.Increment(ref _rolledBack);
            }

            await RunAsync(plan, part, start, commits: true, cancellationToken);
            if (random.Next(10) == 0)
            {
                await RunAsync(plan, part, start, commits: true, cancellationToken);
                Interlocked.Increment(ref _twice);
            }
        }
    }

    private async Task RunAsync(OrderPlan plan, PlannedCommand[] commands, int start, bool commits, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                await using var connection = await _shop.DataSource.OpenConnectionAsync(cancellationToken);
                await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
                for (var i = 0; i < commands.Length; i++)
                {
                    await _outbox.EnqueueAsync(commands[i].ToCommand(plan.GoogleOrderNumber), transaction, commands[i].Key, _settings.GetMerchant(start + i), deadline: null, cancellationToken);
                }

                await (commits ? transaction.CommitAsync(cancellationToken) : transaction.RollbackAsync(cancellationToken));
                return;
            }
            catch (Exception e) when (DatabaseServer.IsUnavailable(e) && !cancellationToken.IsCancellationRequested)
            {
                Interlocked.Increment(ref _failed);
                await Task.Delay(RetryDelay, cancellationToken);
            }
        }
    }
}
