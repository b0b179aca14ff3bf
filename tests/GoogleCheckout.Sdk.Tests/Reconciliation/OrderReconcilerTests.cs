using NUnit.Framework;
using static GoogleCheckout.Orders.ModelService;

namespace GoogleCheckout.Orders;

/// <summary>Which commands a reconciler sends, when it waits, and why it gives up.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class OrderReconcilerTests : IDisposable
{
    private static readonly ItemShippingInformation[] Tea = [new() { ItemId = new() { MerchantItemId = "tea" } }];

    private readonly WaitSkippingTimeProvider _clock = new();
    private readonly ModelService _service;
    private readonly OrderReconciler _reconciler;

    public OrderReconcilerTests()
    {
        _service = new ModelService(_clock);
        _reconciler = new OrderReconciler(_service, new OrderReconcilerOptions { TimeProvider = _clock });
    }

    public void Dispose() => _service.Dispose();

    [Test]
    public async Task EnsureCharged_PartIsCharged_SendsTheDifference()
    {
        _service.Order = _service.Order with { TotalChargeAmount = Usd(3) };

        var result = await _reconciler.EnsureChargedAsync(Number, Usd(5));

        Assert.That(_service.Commands, Is.EqualTo(new[] { new ChargeOrderRequest { GoogleOrderNumber = Number, Amount = Usd(2) } }));
        Assert.That((result.AmountMoved, result.Command, result.ResponseLost, result.Order.TotalChargeAmount), Is.EqualTo(((Money?)Usd(2), _service.Commands[0], false, Usd(5))));
        Assert.That(result.ToString(), Is.EqualTo($"sent ChargeOrderRequest: 2.00 USD of order {Number}"));
    }

    [Test]
    public async Task EnsureCharged_Repeated_SendsNothing()
    {
        await _reconciler.EnsureChargedAsync(Number, Usd(5));

        var result = await _reconciler.EnsureChargedAsync(Number, Usd(5));

        Assert.That(_service.Commands, Has.Count.EqualTo(1));
        Assert.That((result.AmountMoved, result.Command, result.ToString()), Is.EqualTo(((Money?)Usd(0), (OrderCommand?)null, $"nothing to do for order {Number}")));
    }

    [TestCase(CommandFault.LostAfter, 1)]
    [TestCase(CommandFault.LostBefore, 2)]
    [TestCase(CommandFault.LostLate, 1)]
    public async Task EnsureCharged_ResponseLost_LooksUpTheOrderBeforeItRepeats(CommandFault fault, int commands)
    {
        _service.Faults.Enqueue(fault);

        var result = await _reconciler.EnsureChargedAsync(Number, Usd(5));

        Assert.That(_service.Commands, Has.Count.EqualTo(commands));
        Assert.That((result.AmountMoved, result.ResponseLost, result.Order.TotalChargeAmount), Is.EqualTo(((Money?)Usd(5), true, Usd(5))));
        Assert.That(result.ToString(), Does.EndWith("a response was lost"));
    }

    [Test]
    public async Task EnsureCharged_ResponseLost_WaitsTheSettleTimeBeforeItRepeats()
    {
        var begin = _clock.GetUtcNow();
        _service.Faults.Enqueue(CommandFault.LostBefore);

        await _reconciler.EnsureChargedAsync(Number, Usd(5));

        Assert.That(_clock.GetUtcNow() - begin, Is.EqualTo(new OrderReconcilerOptions().SettleTime));
    }

    [Test]
    public async Task EnsureCharged_ChargeInProgress_WaitsForItsEnd()
    {
        _service.ChargingTime = TimeSpan.FromSeconds(20);
        await _service.SendAsync(new ChargeOrderRequest { GoogleOrderNumber = Number, Amount = Usd(4) });

        var result = await _reconciler.EnsureChargedAsync(Number, Usd(5));

        Assert.That(_service.Commands.OfType<ChargeOrderRequest>().Select(charge => charge.Amount), Is.EqualTo(new[] { Usd(4), Usd(1) }));
        Assert.That(result.Order.TotalChargeAmount, Is.EqualTo(Usd(5)));
    }

    [Test]
    public void EnsureCharged_OrderNeverSettles_ThrowsOutcomeUnknownAndSendsOnce()
    {
        _service.ChargingTime = TimeSpan.FromDays(1);
        _service.Faults.Enqueue(CommandFault.LostAfter);

        var error = Assert.ThrowsAsync<OrderReconciliationException>(() => _reconciler.EnsureChargedAsync(Number, Usd(5)))!;

        Assert.That(_service.Commands, Has.Count.EqualTo(1));
        Assert.That((error.OutcomeUnknown, error.IsTransient, error.Order!.FinancialOrderState), Is.EqualTo((true, true, FinancialOrderState.Charging)));
        Assert.That(error.Message, Is.EqualTo($"Order {Number} may not be charged to a total of 5.00 USD: The response to a command was lost, and the order did not settle within 120 s."));
        Assert.That(error.InnerException, Is.InstanceOf<CheckoutException>());
    }

    [Test]
    public async Task EnsureCharged_AfterAnUnknownOutcome_WaitsBeforeItSends()
    {
        _service.Faults.Enqueue(CommandFault.CanceledLate);
        Assert.CatchAsync<OperationCanceledException>(() => _reconciler.EnsureChargedAsync(Number, Usd(5)));

        var result = await _reconciler.EnsureChargedAsync(Number, Usd(5));

        Assert.That(_service.Commands, Has.Count.EqualTo(1));
        Assert.That(result.Order.TotalChargeAmount, Is.EqualTo(Usd(5)));
    }

    [Test]
    public async Task EnsureCharged_LookUpsFailAfterALostResponse_GoesOnLookingUp()
    {
        _service.Faults.Enqueue(CommandFault.LostAfter);
        new[] { false, true, true }.ToList().ForEach(_service.FailedLookUps.Enqueue);

        var result = await _reconciler.EnsureChargedAsync(Number, Usd(5));

        Assert.That((_service.LookUps, _service.Commands.Count, result.AmountMoved), Is.EqualTo((4, 1, (Money?)Usd(5))));
    }

    [Test]
    public void EnsureCharged_FirstLookUpFails_ThrowsItsException()
    {
        _service.FailedLookUps.Enqueue(true);

        var error = Assert.ThrowsAsync<CheckoutException>(() => _reconciler.EnsureChargedAsync(Number, Usd(5)))!;

        Assert.That((error.OutcomeUnknown, _service.Commands.Count), Is.EqualTo((false, 0)));
    }

    [Test]
    public void EnsureCharged_AcceptedButNeverVisible_ThrowsOutcomeUnknownAndSendsOnce()
    {
        _service.ChargingTime = TimeSpan.FromDays(1);

        var error = Assert.ThrowsAsync<OrderReconciliationException>(() => _reconciler.EnsureChargedAsync(Number, Usd(5)))!;

        Assert.That((error.OutcomeUnknown, error.Reason, _service.Commands.Count), Is.EqualTo((true, "The service accepted the command, but the order does not show it after 120 s", 1)));
    }

    [Test]
    public void EnsureCharged_BankDeclines_ThrowsTheReason()
    {
        _service.Declines = true;
        _service.ChargingTime = TimeSpan.FromSeconds(3);

        var error = Assert.ThrowsAsync<OrderReconciliationException>(() => _reconciler.EnsureChargedAsync(Number, Usd(5)))!;

        Assert.That((error.OutcomeUnknown, error.IsTransient), Is.EqualTo((false, true)));
        Assert.That(error.Reason, Is.EqualTo("You cannot charge an order whose payment was declined; the service asked the buyer for another card"));
    }

    [TestCase(FinancialOrderState.Cancelled, 0, 0, 5, false, "You cannot charge an order that was canceled")]
    [TestCase(FinancialOrderState.CancelledByGoogle, 0, 0, 5, false, "You cannot charge an order that was canceled")]
    [TestCase(FinancialOrderState.PaymentDeclined, 0, 0, 5, true, "You cannot charge an order whose payment was declined; the service asked the buyer for another card")]
    [TestCase(FinancialOrderState.Chargeable, 4, 0, 11, false, "The amount must be at most 6.00 USD")]
    [TestCase(FinancialOrderState.Charged, 10, 0, 11, false, "You cannot charge an order that is already completely charged")]
    [TestCase(FinancialOrderState.Chargeable, 4, 0, 3, false, "4.00 USD is already charged, which is more than 3.00 USD")]
    [TestCase(FinancialOrderState.Reviewing, 0, 0, 5, true, "The order is under review, and its amounts do not show a charge before the review ends; charge it when it is chargeable")]
    [TestCase(FinancialOrderState.Charging, 0, 0, 5, true, "The order is being charged; try again when the charge is complete")]
    public void EnsureCharged_NotPossible_ThrowsTheReason(FinancialOrderState state, int charged, int refunded, int total, bool isTransient, string reason)
    {
        _service.Order = _service.Order with { FinancialOrderState = state, TotalChargeAmount = Usd(charged), TotalRefundAmount = Usd(refunded) };

        var error = Assert.ThrowsAsync<OrderReconciliationException>(() => _reconciler.EnsureChargedAsync(Number, Usd(total)))!;

        Assert.That((error.Reason, error.IsTransient, error.OutcomeUnknown, error.GoogleOrderNumber), Is.EqualTo((reason, isTransient, false, Number)));
        Assert.That(_service.Commands, Is.Empty);
    }

    [Test]
    public void EnsureCharged_InAnotherCurrency_ThrowsTheReason()
    {
        var error = Assert.ThrowsAsync<OrderReconciliationException>(() => _reconciler.EnsureChargedAsync(Number, new Money(5, "GBP")))!;

        Assert.That(error.Reason, Is.EqualTo("The amount must be in USD, the currency of the order"));
    }

    [TestCase(0, 0, 0, "You cannot refund an order that has not been charged")]
    [TestCase(10, 10, 0, "You cannot refund an order that is already completely refunded")]
    [TestCase(10, 0, 8, "The amount must be at most 2.00 USD")]
    public void EnsureRefunded_NotPossible_ThrowsTheReason(int charged, int refunded, int chargedBack, string reason)
    {
        _service.Order = _service.Order with { FinancialOrderState = FinancialOrderState.Charged, TotalChargeAmount = Usd(charged), TotalRefundAmount = Usd(refunded), TotalChargebackAmount = Usd(chargedBack) };

        var error = Assert.ThrowsAsync<OrderReconciliationException>(() => _reconciler.EnsureRefundedAsync(Number, Usd(refunded + 3), "Broken"))!;

        Assert.That((error.Reason, error.IsTransient), Is.EqualTo((reason, false)));
    }

    [Test]
    public async Task EnsureRefunded_ResponseLost_RefundsOnce()
    {
        _service.Order = _service.Order with { FinancialOrderState = FinancialOrderState.Charged, TotalChargeAmount = Usd(10), TotalRefundAmount = Usd(1) };
        _service.Faults.Enqueue(CommandFault.LostAfter);

        var result = await _reconciler.EnsureRefundedAsync(Number, Usd(4), "Broken", "Sorry");

        Assert.That(_service.Commands, Is.EqualTo(new[] { new RefundOrderRequest { GoogleOrderNumber = Number, Amount = Usd(3), Reason = "Broken", Comment = "Sorry" } }));
        Assert.That((result.AmountMoved, result.ResponseLost), Is.EqualTo(((Money?)Usd(3), true)));
    }

    [Test]
    public async Task EnsureCancelledDeliveredAndArchived_ResponseLost_SendOnce()
    {
        Enumerable.Repeat(CommandFault.LostAfter, 3).ToList().ForEach(_service.Faults.Enqueue);

        await _reconciler.EnsureDeliveredAsync(Number, new TrackingData { Carrier = "UPS" });
        await _reconciler.EnsureArchivedAsync(Number);
        var canceled = await _reconciler.EnsureCancelledAsync(Number, "Sold out");

        Assert.That(_service.Commands.Select(command => command.GetType()), Is.EqualTo(new[] { typeof(DeliverOrderRequest), typeof(ArchiveOrderRequest), typeof(CancelOrderRequest) }));
        Assert.That((canceled.AmountMoved, canceled.ResponseLost, canceled.Order.FinancialOrderState), Is.EqualTo(((Money?)null, true, FinancialOrderState.Cancelled)));
    }

    [Test]
    public async Task EnsureCancelledShippedAndArchived_AlreadySo_SendNothing()
    {
        _service.Order = _service.Order with { FinancialOrderState = FinancialOrderState.CancelledByGoogle, FulfillmentOrderState = FulfillmentOrderState.Delivered, Archived = true };

        await _reconciler.EnsureCancelledAsync(Number, "Sold out");
        await _reconciler.EnsureShippedAsync(Number, Tea);
        await _reconciler.EnsureDeliveredAsync(Number);
        await _reconciler.EnsureArchivedAsync(Number);

        Assert.That(_service.Commands, Is.Empty);
    }

    [Test]
    public void EnsureCancelled_MoneyIsNotRefunded_ThrowsTheReason()
    {
        _service.Order = _service.Order with { TotalChargeAmount = Usd(3) };

        Assert.That(() => _reconciler.EnsureCancelledAsync(Number, "Sold out"), Throws.TypeOf<OrderReconciliationException>()
            .With.Property(nameof(OrderReconciliationException.Reason)).EqualTo("You cannot cancel an order before 3.00 USD is refunded"));
    }

    [Test]
    public async Task EnsureShipped_SomeItems_SendsThemWithoutAnEffectThatIsVisible()
    {
        var result = await _reconciler.EnsureShippedAsync(Number, Tea);

        Assert.That(_service.Commands.Single(), Is.InstanceOf<ShipItemsRequest>());
        Assert.That(result.Command, Is.SameAs(_service.Commands.Single()));
    }

    [Test]
    public async Task DryRun_AnyGoal_ReturnsTheCommandAndSendsNothing()
    {
        var charge = await _reconciler.EnsureChargedAsync(Number, Usd(5), ReconciliationMode.DryRun);
        var none = await _reconciler.EnsureChargedAsync(Number, Usd(0), ReconciliationMode.DryRun);

        Assert.That((charge.IsDryRun, charge.AmountMoved, charge.Command), Is.EqualTo((true, (Money?)Usd(5), new ChargeOrderRequest { GoogleOrderNumber = Number, Amount = Usd(5) })));
        Assert.That(charge.ToString(), Is.EqualTo($"would send ChargeOrderRequest: 5.00 USD of order {Number}"));
        Assert.That((none.IsDryRun, none.AmountMoved, none.Command), Is.EqualTo((true, (Money?)Usd(0), (OrderCommand?)null)));
        Assert.That(_service.Commands, Is.Empty);
        Assert.That(() => _reconciler.EnsureChargedAsync(Number, Usd(11), ReconciliationMode.DryRun), Throws.TypeOf<OrderReconciliationException>());
    }

    [Test]
    public void Ensure_UnknownOrder_ThrowsTheReason() => Assert.That(
        () => _reconciler.EnsureArchivedAsync("1"), Throws.TypeOf<OrderReconciliationException>().With.Message.EqualTo("Order 1 cannot be archived: The service does not know the order."));

    [Test]
    public void Ensure_CommandRefused_ThrowsTheRefusalOfTheService()
    {
        _service.Faults.Enqueue(CommandFault.Refused);

        Assert.That(() => _reconciler.EnsureChargedAsync(Number, Usd(5)), Throws.TypeOf<CheckoutApiException>());
        Assert.That(_service.Commands, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Ensure_TwoCallsAtOnce_ChargeOnce()
    {
        _service.ChargingTime = TimeSpan.FromSeconds(5);

        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => _reconciler.EnsureChargedAsync(Number, Usd(5)))));

        Assert.That(_service.Commands, Has.Count.EqualTo(1));
        Assert.That(results.Sum(result => result.AmountMoved!.Value.Amount), Is.EqualTo(5));
    }

    [Test]
    public async Task WaitUntilSettled_CommandIsExecutedLate_ReturnsTheOrderAfterIt()
    {
        _service.Faults.Enqueue(CommandFault.LostLate);
        Assert.CatchAsync<CheckoutException>(() => _service.SendAsync(new ChargeOrderRequest { GoogleOrderNumber = Number, Amount = Usd(4) }));

        var order = await _reconciler.WaitUntilSettledAsync(Number);

        Assert.That((order.TotalChargeAmount, _service.Commands.Count), Is.EqualTo((Usd(4), 1)));
    }

    [Test]
    public void WaitUntilSettled_OrderIsBeingCharged_ThrowsOutcomeUnknown()
    {
        _service.Order = _service.Order with { FinancialOrderState = FinancialOrderState.Charging };

        Assert.That(() => _reconciler.WaitUntilSettledAsync(Number), Throws.TypeOf<OrderReconciliationException>().With.Property(nameof(CheckoutException.OutcomeUnknown)).True);
        Assert.That(() => { _ = _reconciler.WaitUntilSettledAsync(" "); }, Throws.ArgumentException);
    }

    [Test]
    public void UsageErrors_AreThrownInTheCall() => Assert.Multiple(() =>
    {
        Assert.That(() => { _ = _reconciler.EnsureChargedAsync(" ", Usd(5)); }, Throws.ArgumentException.With.Property("ParamName").EqualTo("googleOrderNumber"));
        Assert.That(() => { _ = _reconciler.EnsureChargedAsync(Number, Usd(-1)); }, Throws.ArgumentException.With.Property("ParamName").EqualTo("total"));
        Assert.That(() => { _ = _reconciler.EnsureChargedAsync(Number, Usd(0.005m)); }, Throws.ArgumentException.With.Property("ParamName").EqualTo("total"));
        Assert.That(() => { _ = _reconciler.EnsureRefundedAsync(Number, default, "Broken"); }, Throws.ArgumentException.With.Property("ParamName").EqualTo("total"));
        Assert.That(() => { _ = _reconciler.EnsureRefundedAsync(Number, Usd(1), ""); }, Throws.ArgumentException.With.Property("ParamName").EqualTo("reason"));
        Assert.That(() => { _ = _reconciler.EnsureShippedAsync(Number, []); }, Throws.ArgumentException.With.Property("ParamName").EqualTo("items"));
        Assert.That(() => { _ = _reconciler.EnsureShippedAsync("", Tea); }, Throws.ArgumentException.With.Property("ParamName").EqualTo("googleOrderNumber"));
        Assert.That(() => { _ = new OrderReconciler(null!); }, Throws.ArgumentNullException);
        Assert.That(() => { _ = new OrderReconciler(_service, new() { SettleTime = TimeSpan.Zero, PollInterval = TimeSpan.Zero, Timeout = TimeSpan.Zero }); }, Throws.ArgumentException.With.Message.Contains("SettleTime").And.Message.Contains("PollInterval").And.Message.Contains("Timeout"));
    });
}
