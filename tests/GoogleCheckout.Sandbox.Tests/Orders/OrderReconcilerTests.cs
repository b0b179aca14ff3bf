using GoogleCheckout.Carts;
using GoogleCheckout.Orders;
using GoogleCheckout.Reports;
using NUnit.Framework;

namespace GoogleCheckout.Sandbox.Orders;

/// <summary>The reconciler over TLS, with responses and requests that are lost.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class OrderReconcilerTests : IAsyncDisposable
{
    private static readonly object[] Faults =
    [
        new TestCaseData(SandboxFault.DropBefore, 2),
        new TestCaseData(SandboxFault.DropAfter, 1),
        new TestCaseData(SandboxFault.Truncate, 1),
        new TestCaseData(SandboxFault.Unavailable, 2),
        new TestCaseData(SandboxFault.Delay(TimeSpan.FromMinutes(1)), 2),
    ];

    private readonly WaitSkippingTimeProvider _clock = new();
    private CheckoutSandbox _sandbox = null!;
    private CheckoutClient _client = null!;
    private OrderReconciler _reconciler = null!;
    private string _order = string.Empty;

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _sandbox.DisposeAsync();
    }

    [TestCaseSource(nameof(Faults))]
    public async Task EnsureCharged_WithAFault_ChargesTheTotalOnce(SandboxFault fault, int commands)
    {
        await StartAsync();
        _sandbox.Faults.When(message => message is ChargeOrderRequest, fault, times: 1);

        var result = await _reconciler.EnsureChargedAsync(_order, new Money(5m, "USD"));

        Assert.That(CountCommands<ChargeOrderRequest>(), Is.EqualTo(commands));
        Assert.That((result.AmountMoved, result.ResponseLost), Is.EqualTo(((Money?)new Money(5m, "USD"), true)));
        Assert.That((await _client.GetOrderSummariesAsync([_order]))[0].TotalChargeAmount.Amount, Is.EqualTo(5m));
    }

    [TestCaseSource(nameof(Faults))]
    public async Task EnsureRefunded_WithAFault_RefundsTheTotalOnce(SandboxFault fault, int commands)
    {
        await StartAsync();
        await _reconciler.EnsureChargedAsync(_order, new Money(5m, "USD"));
        _sandbox.Faults.When(message => message is RefundOrderRequest, fault, times: 1);

        var result = await _reconciler.EnsureRefundedAsync(_order, new Money(2m, "USD"), "One cup was broken");

        Assert.That(CountCommands<RefundOrderRequest>(), Is.EqualTo(commands));
        Assert.That((result.AmountMoved, result.Order.TotalRefundAmount.Amount), Is.EqualTo(((Money?)new Money(2m, "USD"), 2m)));
    }

    [Test]
    public async Task EnsureCharged_ResponseLostWhileCharging_WaitsForTheCapture()
    {
        await StartAsync(options => options.CaptureDelay = TimeSpan.FromSeconds(20));
        _sandbox.Faults.When(message => message is ChargeOrderRequest, SandboxFault.DropAfter, times: 1);

        var result = await _reconciler.EnsureChargedAsync(_order, new Money(5m, "USD"));

        Assert.That(CountCommands<ChargeOrderRequest>(), Is.EqualTo(1));
        Assert.That((result.ResponseLost, result.Order.TotalChargeAmount.Amount, result.Order.FinancialOrderState), Is.EqualTo((true, 5m, FinancialOrderState.Chargeable)));
        Assert.That(_sandbox.Requests.Count(request => request.Message is OrderSummaryRequest), Is.GreaterThan(5), "it looked again until the charge was complete");
    }

    [Test]
    public async Task EnsureCharged_CardIsDeclined_ThrowsTheReason()
    {
        await StartAsync(card: TestCard.DeclinedAtCharge);

        var error = Assert.ThrowsAsync<OrderReconciliationException>(() => _reconciler.EnsureChargedAsync(_order, new Money(5m, "USD")))!;

        Assert.That((error.IsTransient, error.OutcomeUnknown, error.Order!.FinancialOrderState), Is.EqualTo((true, false, FinancialOrderState.PaymentDeclined)));
    }

    [Test]
    public async Task WholeLife_EachResponseLost_SendsEachCommandOnce()
    {
        await StartAsync();
        _sandbox.Faults.When(message => message is OrderCommand, SandboxFault.DropAfter);

        await _reconciler.EnsureChargedAsync(_order, new Money(5m, "USD"));
        await _reconciler.EnsureDeliveredAsync(_order, new TrackingData { Carrier = "UPS", TrackingNumber = "1Z999" });
        await _reconciler.EnsureRefundedAsync(_order, new Money(5m, "USD"), "Broken");
        await _reconciler.EnsureCancelledAsync(_order, "Broken");
        var result = await _reconciler.EnsureArchivedAsync(_order);

        Assert.That(_sandbox.Requests.Count(request => request.Message is OrderCommand), Is.EqualTo(5));
        Assert.That((result.Order.FinancialOrderState, result.Order.FulfillmentOrderState, result.Order.Archived), Is.EqualTo((FinancialOrderState.Cancelled, FulfillmentOrderState.Delivered, (bool?)true)));
    }

    [Test]
    public async Task EnsureShipped_AllItems_ThenSendsNothing()
    {
        await StartAsync();
        var items = new[] { "map", "tea" }.Select(id => new ItemShippingInformation { ItemId = new ItemId { MerchantItemId = id } }).ToArray();

        await _reconciler.EnsureShippedAsync(_order, items);
        await _reconciler.EnsureShippedAsync(_order, items);

        Assert.That(CountCommands<ShipItemsRequest>(), Is.EqualTo(1));
    }

    private static Item Item(string id) => new() { ItemName = id, ItemDescription = id, UnitPrice = new Money(5m, "USD"), Quantity = 1, MerchantItemId = id };

    private int CountCommands<T>() => _sandbox.Requests.Count(request => request.Message is T);

    /// <summary>Starts a sandbox with a chargeable order. While the reconciler waits, the sandbox's clock goes on.</summary>
    private async Task StartAsync(Action<CheckoutSandboxOptions>? configure = null, TestCard? card = null)
    {
        var settings = new CheckoutSandboxOptions();
        configure?.Invoke(settings);
        _sandbox = await CheckoutSandbox.StartAsync(settings);
        var options = _sandbox.CreateOptions();
        options.Timeout = TimeSpan.FromSeconds(5);
        _client = new CheckoutClient(options);
        _reconciler = new OrderReconciler(_client, new OrderReconcilerOptions { TimeProvider = _clock });
        var redirect = await _client.CheckoutAsync(CheckoutShoppingCart.Create(Item("map"), Item("tea")));
        _order = (await _sandbox.PlaceOrderAsync(redirect, buyer => buyer.Card = card ?? buyer.Card)).GoogleOrderNumber;
        await _sandbox.AdvanceAsync(TimeSpan.FromMinutes(1));
        _clock.WaitBegins = () =>
        {
            var wait = new OrderReconcilerOptions().PollInterval;
            _sandbox.AdvanceAsync(wait).GetAwaiter().GetResult();
            _clock.Advance(wait);
        };
    }
}
