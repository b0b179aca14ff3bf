using GoogleCheckout.Carts;
using GoogleCheckout.Inbox;
using GoogleCheckout.Orders;
using GoogleCheckout.Sandbox;
using Microsoft.Extensions.Time.Testing;
using NUnit.Framework;

namespace GoogleCheckout.Outbox;

/// <summary>A database, a sandbox over TLS, and an order of 100.00 USD that can be charged.</summary>
[TestFixture(DatabaseKind.PostgreSql)]
[TestFixture(DatabaseKind.MariaDb)]
[TestFixture(DatabaseKind.Sqlite)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public abstract class OutboxTestBase(DatabaseKind kind) : IAsyncDisposable
{
    private readonly List<OutboxNode> _nodes = [];

    // Whole seconds, because the databases round to microseconds.
    protected FakeTimeProvider Clock { get; } = new(DateTimeOffset.FromUnixTimeSeconds(DateTimeOffset.UtcNow.ToUnixTimeSeconds()));

    protected DatabaseKind Kind => kind;

    private protected TestDatabase Database { get; private set; } = null!;

    private protected OutboxNode Node { get; private set; } = null!;

    protected CheckoutSandbox Sandbox { get; private set; } = null!;

    protected string Order { get; private set; } = string.Empty;

    [SetUp]
    public async Task StartAsync()
    {
        Database = await TestDatabase.CreateAsync(kind);
        Sandbox = await CheckoutSandbox.StartAsync();
        Node = Open();
        await Node.CreateTablesAsync();
        Order = await PlaceAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var node in _nodes)
        {
            await node.DisposeAsync();
        }

        await (Sandbox?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (Database?.DisposeAsync() ?? ValueTask.CompletedTask);
        GC.SuppressFinalize(this);
    }

    protected static Money Usd(decimal amount) => new(amount + 0.00m, "USD");

    protected ChargeOrderRequest Charge(decimal? amount, string? order = null) => new() { GoogleOrderNumber = order ?? Order, Amount = amount is { } some ? Usd(some) : null };

    protected RefundOrderRequest Refund(decimal? amount, string? order = null) => new() { GoogleOrderNumber = order ?? Order, Amount = amount is { } some ? Usd(some) : null, Reason = "Broken" };

    private protected OutboxNode Open(HandleOutcome? handle = null, Action<CheckoutOutboxOptions>? configure = null)
    {
        var node = new OutboxNode(Database.Connect(), Sandbox, Clock, handle, configure);
        _nodes.Add(node);
        return node;
    }

    protected async Task<string> PlaceAsync(bool isReviewed = true)
    {
        var tea = new Item { ItemName = "Tea", ItemDescription = "Sencha", UnitPrice = Usd(50), Quantity = 2 };
        var order = await Sandbox.PlaceOrderAsync(await Node.Client.CheckoutAsync(CheckoutShoppingCart.Create(tea)));
        if (isReviewed)
        {
            await Sandbox.AdvanceAsync(TimeSpan.FromMinutes(1));
        }

        return order.GoogleOrderNumber;
    }

    protected async Task<OrderSummary> SummaryAsync(string? order = null) => (await Node.Client.GetOrderSummariesAsync([order ?? Order]))[0];

    protected async Task<string?> ReadAsync(string column) => (await Database.ReadAsync($"SELECT {column} FROM google_checkout_commands ORDER BY id LIMIT 1")).Single() as string;

    /// <summary>Returns the number of commands of a type that the sandbox received.</summary>
    protected int Count<T>() => Sandbox.Requests.Count(request => request.Message is T);
}
