using System.Data.Common;
using GoogleCheckout.Orders;
using GoogleCheckout.Sandbox;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace GoogleCheckout.Outbox;

/// <summary>Called with the outcome of a command of a test, before the outcome is recorded in the table <c>effects</c>.</summary>
internal delegate Task HandleOutcome(OrderCommand command, CommandFailure failure, string? reason);

/// <summary>One node of a merchant with an outbox. Its workers run when a test calls them, or once the node is started.</summary>
internal sealed class OutboxNode : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly DbDataSource _dataSource;

    public OutboxNode(DbDataSource dataSource, CheckoutSandbox sandbox, TimeProvider clock, HandleOutcome? handle = null, Action<CheckoutOutboxOptions>? configure = null)
    {
        _dataSource = dataSource;
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(clock);
        services.AddSingleton(handle ?? ((_, _, _) => Task.CompletedTask));
        services.AddGoogleCheckout(options =>
        {
            sandbox.Configure(options);
            options.TimeProvider = TimeProvider.System;
            options.RetryQueries = false;
            options.Timeout = TimeSpan.FromSeconds(20);
        });

        // The waits of the reconciler take no time.
        services.Configure<OrderReconcilerOptions>(options => options.TimeProvider = new WaitSkippingTimeProvider());
        services.AddCheckoutOutbox(dataSource, options =>
        {
            options.PollInterval = TimeSpan.FromMilliseconds(50);
            options.RetryDelay = TimeSpan.Zero;
            configure?.Invoke(options);
        });
        services.AddCommandOutcomeHandler<RecordOutcome>();
        _services = services.BuildServiceProvider();
    }

    public ICheckoutOutbox Outbox => _services.GetRequiredService<ICheckoutOutbox>();

    public CommandDeadLetters DeadLetters => _services.GetRequiredService<CommandDeadLetters>();

    public CheckoutOutboxHealthCheck Health => _services.GetRequiredService<CheckoutOutboxHealthCheck>();

    public OutboxService Service => _services.GetRequiredService<OutboxService>();

    public CheckoutClient Client => _services.GetRequiredService<CheckoutClient>();

    public CheckoutOptions Options => _services.GetRequiredService<IOptionsMonitor<CheckoutOptions>>().CurrentValue;

    public Task CreateTablesAsync() => CheckoutOutboxSchema.CreateAsync(_dataSource);

    /// <summary>Records commands in one transaction, and commits it.</summary>
    public async Task<bool> EnqueueAsync(OrderCommand command, string? key = null, DateTimeOffset? deadline = null, bool commits = true)
    {
        await using var connection = await _dataSource.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        var isNew = await Outbox.EnqueueAsync(command, transaction, key, string.Empty, deadline, CancellationToken.None);
        if (commits)
        {
            await transaction.CommitAsync();
        }

        return isNew;
    }

    public Task<bool> TryNextAsync(CancellationToken stop = default) => _services.GetRequiredService<OutboxWorker>().TryNextAsync(stop);

    /// <summary>Carries out all due commands.</summary>
    public async Task DrainAsync()
    {
        while (await TryNextAsync())
        {
        }
    }

    public async Task<IReadOnlyList<CommandDeadLetter>> ListDeadAsync()
    {
        var letters = new List<CommandDeadLetter>();
        await foreach (var letter in DeadLetters.ListAsync())
        {
            letters.Add(letter);
        }

        return letters;
    }

    public async Task StartAsync()
    {
        foreach (var service in _services.GetServices<IHostedService>())
        {
            await ((service as IHostedLifecycleService)?.StartingAsync(CancellationToken.None) ?? Task.CompletedTask);
            await service.StartAsync(CancellationToken.None);
        }
    }

    public async Task StopAsync()
    {
        foreach (var service in _services.GetServices<IHostedService>())
        {
            await service.StopAsync(CancellationToken.None);
        }
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    /// <summary>Records each outcome as one row: the kind, the amount and the failure.</summary>
    private sealed class RecordOutcome(HandleOutcome handle) : ICommandOutcomeHandler<ChargeOrderRequest>, ICommandOutcomeHandler<RefundOrderRequest>, ICommandOutcomeHandler<CancelOrderRequest>, ICommandOutcomeHandler<ArchiveOrderRequest>
    {
        public Task HandleAsync(CommandOutcome<ChargeOrderRequest> outcome, CommandOutcomeContext context, CancellationToken cancellationToken) => AddAsync(outcome, context);

        public Task HandleAsync(CommandOutcome<RefundOrderRequest> outcome, CommandOutcomeContext context, CancellationToken cancellationToken) => AddAsync(outcome, context);

        public Task HandleAsync(CommandOutcome<CancelOrderRequest> outcome, CommandOutcomeContext context, CancellationToken cancellationToken) => AddAsync(outcome, context);

        public Task HandleAsync(CommandOutcome<ArchiveOrderRequest> outcome, CommandOutcomeContext context, CancellationToken cancellationToken) => AddAsync(outcome, context);

        private async Task AddAsync<T>(CommandOutcome<T> outcome, CommandOutcomeContext context)
            where T : OrderCommand
        {
            await using var insert = context.CreateCommand();
            insert.CommandText = "INSERT INTO effects (serial_number) VALUES (@text)";
            var text = insert.CreateParameter();
            text.ParameterName = "@text";
            text.Value = $"{typeof(T).Name} {outcome.AmountMoved} {outcome.Failure}";
            insert.Parameters.Add(text);
            await insert.ExecuteNonQueryAsync(CancellationToken.None);
            await handle(outcome.Command, outcome.Failure, outcome.Reason);
        }
    }
}
