using GoogleCheckout.Inbox;
using GoogleCheckout.Orders;
using GoogleCheckout.Reports;
using GoogleCheckout.Sandbox;
using NUnit.Framework;

namespace GoogleCheckout.Outbox;

/// <summary>Commands that are recorded in a transaction and executed once, over TLS, on each database.</summary>
public sealed class OutboxTests(DatabaseKind kind) : OutboxTestBase(kind)
{
    private static readonly object[] Faults =
    [
        new TestCaseData(SandboxFault.DropBefore, 2),
        new TestCaseData(SandboxFault.DropAfter, 1),
        new TestCaseData(SandboxFault.Truncate, 1),
        new TestCaseData(SandboxFault.Unavailable, 2),
    ];

    [Test]
    public async Task Enqueue_Committed_IsExecutedOnceAndHandled()
    {
        Assert.That(await Node.EnqueueAsync(Charge(30)), Is.True);

        await Node.DrainAsync();

        Assert.That((await SummaryAsync()).TotalChargeAmount, Is.EqualTo(Usd(30)));
        Assert.That(await Database.EffectsAsync(), Is.EqualTo(new[] { "ChargeOrderRequest 30.00 USD None" }));
        Assert.That((await ReadAsync("state"), await ReadAsync("target"), await ReadAsync("sent_at")), Is.EqualTo(("done", "30.00 USD", (string?)null)));
    }

    [Test]
    public async Task Enqueue_RolledBack_IsNotExecuted()
    {
        await Node.EnqueueAsync(Charge(30), commits: false);

        Assert.That(await Node.TryNextAsync(), Is.False);
        Assert.That(Count<ChargeOrderRequest>(), Is.Zero);
    }

    [Test]
    public async Task Enqueue_SameKeyTwice_IsOneCommand()
    {
        var results = (await Node.EnqueueAsync(Charge(30), "charge-1"), await Node.EnqueueAsync(Charge(30), "charge-1"), await Node.EnqueueAsync(Charge(20), "charge-2"));

        await Node.DrainAsync();

        Assert.That(results, Is.EqualTo((true, false, true)));
        Assert.That((await SummaryAsync()).TotalChargeAmount, Is.EqualTo(Usd(50)));
    }

    [TestCaseSource(nameof(Faults))]
    public async Task Charge_WithAFault_MovesItsAmountOnce(SandboxFault fault, int commands)
    {
        Sandbox.Faults.When(message => message is ChargeOrderRequest, fault, times: 1);
        await Node.EnqueueAsync(Charge(30));

        await Node.DrainAsync();

        Assert.That(Count<ChargeOrderRequest>(), Is.EqualTo(commands));
        Assert.That((await SummaryAsync()).TotalChargeAmount, Is.EqualTo(Usd(30)));
        Assert.That(await Database.EffectsAsync(), Is.EqualTo(new[] { "ChargeOrderRequest 30.00 USD None" }));
    }

    [Test]
    public async Task Commands_OfAnOrder_KeepTheirOrder()
    {
        Sandbox.Faults.When(message => message is OrderCommand, SandboxFault.DropAfter);
        OrderCommand[] commands = [Charge(30), Charge(20), Refund(10), Charge(null), Refund(null), new CancelOrderRequest { GoogleOrderNumber = Order, Reason = "Sold out" }, new ArchiveOrderRequest { GoogleOrderNumber = Order }];
        foreach (var command in commands)
        {
            await Node.EnqueueAsync(command);
        }

        await Node.DrainAsync();

        Assert.That(await Database.EffectsAsync(), Is.EqualTo(new[]
        {
            "ChargeOrderRequest 30.00 USD None", "ChargeOrderRequest 20.00 USD None", "RefundOrderRequest 10.00 USD None", "ChargeOrderRequest 50.00 USD None",
            "RefundOrderRequest 90.00 USD None", "CancelOrderRequest  None", "ArchiveOrderRequest  None",
        }));
        Assert.That(Sandbox.Requests.Count(request => request.Message is OrderCommand), Is.EqualTo(commands.Length));
    }

    [Test]
    public async Task Handler_Throws_RunsAgainAndTheCommandDoesNot()
    {
        var calls = 0;
        var node = Open((_, _, _) => ++calls == 1 ? throw new InvalidOperationException("The first attempt fails.") : Task.CompletedTask);
        await node.EnqueueAsync(Charge(30));

        await node.TryNextAsync();
        Clock.Advance(TimeSpan.FromMinutes(20));
        await node.DrainAsync();

        Assert.That((calls, Count<ChargeOrderRequest>()), Is.EqualTo((2, 1)));
        Assert.That(await Database.EffectsAsync(), Is.EqualTo(new[] { "ChargeOrderRequest 30.00 USD None" }));
    }

    [Test]
    public async Task Program_StopsWhileTheCommandIsSent_AnotherNodeLooksUpTheOrder()
    {
        using var stop = new CancellationTokenSource();
        Sandbox.Faults.When(
            message =>
            {
                var isCharge = message is ChargeOrderRequest;
                if (isCharge)
                {
                    stop.Cancel();
                }

                return isCharge;
            },
            SandboxFault.DropAfter,
            times: 1);
        await Node.EnqueueAsync(Charge(30));
        Assert.CatchAsync<OperationCanceledException>(() => Node.TryNextAsync(stop.Token));
        Assert.That(await ReadAsync("target"), Is.EqualTo("30.00 USD"), "the total is recorded before the command is sent");

        Clock.Advance(TimeSpan.FromMinutes(20));
        await Open().DrainAsync();

        Assert.That((await SummaryAsync()).TotalChargeAmount, Is.EqualTo(Usd(30)));
        Assert.That(await Database.EffectsAsync(), Is.EqualTo(new[] { "ChargeOrderRequest 30.00 USD None" }));
    }

    [Test]
    public async Task Charge_DuringReview_IsPostponedWithTheReason()
    {
        var order = await PlaceAsync(isReviewed: false);
        await Node.EnqueueAsync(Charge(30, order));
        await Node.DrainAsync();
        Assert.That(await ReadAsync("waits_for"), Does.StartWith("The order is under review"));

        await Sandbox.AdvanceAsync(TimeSpan.FromMinutes(1));
        Assert.That(await Node.TryNextAsync(), Is.False, "it is not due before PostponeDelay has passed");
        Clock.Advance(new CheckoutOutboxOptions().PostponeDelay);
        await Node.DrainAsync();

        Assert.That((await SummaryAsync(order)).TotalChargeAmount, Is.EqualTo(Usd(30)));
    }

    [Test]
    public async Task Deadline_PassesWhileTheOrderWaits_IsAFailureForTheHandler()
    {
        var order = await PlaceAsync(isReviewed: false);
        await Node.EnqueueAsync(Charge(30, order), deadline: Clock.GetUtcNow() + TimeSpan.FromHours(1));
        await Node.DrainAsync();

        Clock.Advance(TimeSpan.FromHours(2));
        await Node.DrainAsync();

        Assert.That(await Database.EffectsAsync(), Is.EqualTo(new[] { "ChargeOrderRequest  DeadlinePassed" }));
        Assert.That((await ReadAsync("state"), Count<ChargeOrderRequest>()), Is.EqualTo(("failed", 0)));
    }

    [Test]
    public async Task Charge_AboveTheTotal_IsAFailureWithTheReason()
    {
        string? reason = null;
        var node = Open((_, _, why) =>
        {
            reason = why;
            return Task.CompletedTask;
        });
        await node.EnqueueAsync(Charge(101));

        await node.DrainAsync();

        Assert.That(await Database.EffectsAsync(), Is.EqualTo(new[] { "ChargeOrderRequest  NotPossible" }));
        Assert.That(reason, Is.EqualTo("The amount must be at most 100.00 USD"));
    }

    [Test]
    public async Task Service_Refuses_IsAFailureWithItsMessage()
    {
        Sandbox.Faults.When(message => message is ChargeOrderRequest, SandboxFault.Refuse("Not today"), times: 1);
        await Node.EnqueueAsync(Charge(30));

        await Node.DrainAsync();

        Assert.That((await ReadAsync("state"), await ReadAsync("last_fault")), Is.EqualTo(("failed", "Not today")));
    }

    [Test]
    public async Task Service_RefusesTheKey_TheCommandIsExecutedOnceTheKeyIsRight()
    {
        Node.Options.MerchantKey = "the-key-before";
        await Node.EnqueueAsync(Charge(30));
        await Node.TryNextAsync();
        Assert.That((await ReadAsync("state"), await Database.EffectsAsync()), Is.EqualTo(("pending", Array.Empty<object>())));

        Node.Options.MerchantKey = Sandbox.MerchantKey;
        await Node.DrainAsync();

        Assert.That((await SummaryAsync()).TotalChargeAmount, Is.EqualTo(Usd(30)));
        Assert.That(await Database.EffectsAsync(), Is.EqualTo(new[] { "ChargeOrderRequest 30.00 USD None" }));
    }

    [Test]
    public async Task Attempts_Exhausted_MakeADeadLetterThatCanBeRetriedOrDropped()
    {
        Sandbox.Faults.When(message => message is ChargeOrderRequest, SandboxFault.DropBefore);
        var node = Open(configure: options => options.MaxAttempts = 1);
        await node.EnqueueAsync(Charge(30), "charge-1");
        await node.EnqueueAsync(Charge(20), "charge-2");
        await node.DrainAsync();

        var dead = await node.ListDeadAsync();
        Assert.That(dead.Select(letter => (letter.Kind, letter.Key, letter.Attempts, letter.OutcomeUnknown)), Is.EqualTo(new[] { ("ChargeOrderRequest", "charge-1", 1, false), ("ChargeOrderRequest", "charge-2", 1, true) }));
        // The second command has waited until the order settled, so the outcome of the first is known.
        Assert.That(dead[0].Reason, Does.Contain(nameof(OrderReconciliationException)));

        Sandbox.Faults.Clear();
        Assert.That((await node.DeadLetters.RetryAsync(dead[0].Id), await node.DeadLetters.DropAsync(dead[1].Id), await node.DeadLetters.DropAsync(dead[1].Id)), Is.EqualTo((true, true, false)));
        await node.DrainAsync();

        Assert.That((await SummaryAsync()).TotalChargeAmount, Is.EqualTo(Usd(30)));
        Assert.That(await node.ListDeadAsync(), Is.Empty);
    }

    [TestCase(true, 2)]
    [TestCase(false, 3)]
    public async Task DeadLetter_RetriedAfterALaterCommand_IsExecutedOnce(bool wasExecuted, int commands)
    {
        var isDown = false;
        Sandbox.Faults.When(message => message is OrderSummaryRequest && isDown, SandboxFault.Unavailable);
        Sandbox.Faults.When(message => message is ChargeOrderRequest && (isDown = true), wasExecuted ? SandboxFault.DropAfter : SandboxFault.DropBefore, times: 1);
        var node = Open(configure: options => options.MaxAttempts = 1);
        await node.EnqueueAsync(Charge(30));
        await node.DrainAsync();
        Assert.That((await node.ListDeadAsync()).Single().OutcomeUnknown, Is.True);

        isDown = false;
        await node.EnqueueAsync(Charge(20));
        await node.DrainAsync();
        await node.DeadLetters.RetryAsync((await node.ListDeadAsync()).Single().Id);
        await node.DrainAsync();

        Assert.That((Count<ChargeOrderRequest>(), (await SummaryAsync()).TotalChargeAmount), Is.EqualTo((commands, Usd(50))));
        Assert.That(await Database.EffectsAsync(), Is.EquivalentTo(new[] { "ChargeOrderRequest 20.00 USD None", "ChargeOrderRequest 30.00 USD None" }));
    }

    [Test]
    public async Task Enqueue_InvalidCommand_ThrowsInTheCall()
    {
        await using var connection = await Database.Main.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();

        Assert.Multiple(() =>
        {
            foreach (var (command, parameter) in new (OrderCommand, string)[]
            {
                (new UnarchiveOrderRequest { GoogleOrderNumber = Order }, "command"),
                (Charge(0), "command"),
                (Charge(0.001m), "command"),
                (Charge(1, " "), "command"),
                (new RefundOrderRequest { GoogleOrderNumber = Order, Reason = "" }, "command"),
                (new ShipItemsRequest { GoogleOrderNumber = Order }, "command"),
            })
            {
                Assert.That(() => { _ = Node.Outbox.EnqueueAsync(command, transaction); }, Throws.ArgumentException.With.Property("ParamName").EqualTo(parameter), command.GetType().Name);
            }

            Assert.That(() => { _ = Node.Outbox.EnqueueAsync(Charge(1), transaction, new string('k', 129)); }, Throws.ArgumentException.With.Property("ParamName").EqualTo("key"));
            Assert.That(() => { _ = Node.Outbox.EnqueueAsync(Charge(1), null!); }, Throws.ArgumentNullException);
        });
    }
}
