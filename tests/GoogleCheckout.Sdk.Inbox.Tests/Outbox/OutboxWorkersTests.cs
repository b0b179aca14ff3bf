using GoogleCheckout.Inbox;
using GoogleCheckout.Orders;
using GoogleCheckout.Reports;
using GoogleCheckout.Sandbox;
using NUnit.Framework;

namespace GoogleCheckout.Outbox;

/// <summary>Several nodes and workers at once, with faults.</summary>
public sealed class OutboxWorkersTests(DatabaseKind kind) : OutboxTestBase(kind)
{
    [Test]
    public async Task Host_Started_CreatesTheTablesAndCarriesOutWhatIsRecorded()
    {
        await Node.StartAsync();
        await Node.EnqueueAsync(Charge(30));

        // The interval between two looks passes.
        while ((await Database.EffectsAsync()).Count == 0)
        {
            Clock.Advance(TimeSpan.FromMilliseconds(50));
            await Task.Yield();
        }

        await Node.StopAsync();
        Assert.That((await SummaryAsync()).TotalChargeAmount, Is.EqualTo(Usd(30)));
    }

    [Test]
    public async Task Order_WithACommandUnderWay_IsNotTakenByAnotherNode()
    {
        var entered = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var other = await PlaceAsync();
        if (Kind == DatabaseKind.Sqlite)
        {
            // The handler's transaction is the only one.
            Assert.Ignore("SQLite has no row locks.");
        }

        var busy = Open(async (command, _, _) =>
        {
            if (command.GoogleOrderNumber == Order)
            {
                entered.TrySetResult();
                await release.Task;
            }
        });
        await busy.EnqueueAsync(Charge(30));
        await busy.EnqueueAsync(Charge(20));
        await busy.EnqueueAsync(Charge(10, other));

        var first = busy.TryNextAsync();
        await entered.Task;
        Clock.Advance(TimeSpan.FromHours(1));
        Assert.That((await Node.TryNextAsync(), await Node.TryNextAsync()), Is.EqualTo((true, false)), "only the other order is free");
        release.SetResult();
        await first;
        await Node.DrainAsync();

        Assert.That(((await SummaryAsync()).TotalChargeAmount, (await SummaryAsync(other)).TotalChargeAmount), Is.EqualTo((Usd(50), Usd(10))));
    }

    [Test]
    public async Task Order_LockIsLostWhileTheCommandIsSent_IsNotTakenBeforeTheRequestIsOver()
    {
        var entered = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var release = new ManualResetEventSlim();
        Sandbox.Faults.When(
            message =>
            {
                if (message is ChargeOrderRequest)
                {
                    entered.TrySetResult();
                    release.Wait();
                }

                return false;
            },
            SandboxFault.Unavailable);
        await Node.EnqueueAsync(Charge(30));
        var first = Open().TryNextAsync();
        await entered.Task;
        if (Kind != DatabaseKind.Sqlite)
        {
            await Database.EndOtherSessionsAsync();
        }

        Clock.Advance(TimeSpan.FromSeconds(15));
        var isTaken = Open().TryNextAsync();
        await Task.WhenAny(isTaken, Task.Delay(TimeSpan.FromSeconds(30)));
        release.Set();
        await first.ContinueWith(_ => { }, TaskScheduler.Default);

        Clock.Advance(TimeSpan.FromMinutes(20));
        await Open().DrainAsync();
        Assert.That((await isTaken, Count<ChargeOrderRequest>(), (await SummaryAsync()).TotalChargeAmount), Is.EqualTo((false, 1, Usd(30))));
    }

    [Test]
    public async Task Order_LockIsLostDuringTheLookUp_IsExecutedByTheOtherNodeOnly()
    {
        using var release = new ManualResetEventSlim();
        var entered = BlockFirstLookUp(release);
        await Node.EnqueueAsync(Charge(30));
        var first = Open().TryNextAsync();
        await entered;
        if (Kind != DatabaseKind.Sqlite)
        {
            await Database.EndOtherSessionsAsync();
        }

        Clock.Advance(TimeSpan.FromMinutes(20));
        await Open().DrainAsync();
        release.Set();
        await first.ContinueWith(_ => { }, TaskScheduler.Default);

        await Open().DrainAsync();
        Assert.That((Count<ChargeOrderRequest>(), (await SummaryAsync()).TotalChargeAmount), Is.EqualTo((1, Usd(30))));
        Assert.That(await Database.EffectsAsync(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Attempt_LookUpDoesNotEnd_EndsAtItsTimeout()
    {
        using var release = new ManualResetEventSlim();
        var entered = BlockFirstLookUp(release);
        await Node.EnqueueAsync(Charge(30));
        var first = Node.TryNextAsync();
        await entered;

        // The attempt gets its timer after it was counted, while the look-up goes on.
        while (!first.IsCompleted)
        {
            Clock.Advance(TimeSpan.FromMinutes(10));
            await Task.WhenAny(first, Task.Delay(20));
        }

        Assert.That(await first, Is.True);
        Assert.That((await Database.ReadAsync("SELECT last_fault FROM google_checkout_commands"))[0], Does.Contain("CanceledException").And.Not.Contain("CheckoutException"), "not the timeout of the client");
        release.Set();
        Clock.Advance(TimeSpan.FromMinutes(20));
        await Node.DrainAsync();
        Assert.That((Count<ChargeOrderRequest>(), (await SummaryAsync()).TotalChargeAmount), Is.EqualTo((1, Usd(30))));
    }

    [Test]
    public async Task Enqueue_CommandOfTheOrderIsUnderWay_DoesNotWait()
    {
        if (Kind == DatabaseKind.Sqlite)
        {
            Assert.Ignore("SQLite has one writer at a time.");
        }

        var busy = Open((command, _, _) => command is ChargeOrderRequest { Amount.Amount: 30 }
            ? Node.EnqueueAsync(Charge(20), key: "second").WaitAsync(TimeSpan.FromSeconds(30))
            : Task.CompletedTask);
        await busy.EnqueueAsync(Charge(30));

        await busy.DrainAsync();

        Assert.That((await SummaryAsync()).TotalChargeAmount, Is.EqualTo(Usd(50)));
    }

    [Test]
    public async Task Nodes_WithFaultsAndFailingHandlers_MoveThePlannedMoneyOnce()
    {
        var random = new Random(4711);
        var orders = new List<string>();
        for (var i = 0; i < 6; i++)
        {
            orders.Add(await PlaceAsync());
        }

        SandboxFault[] faults = [SandboxFault.DropBefore, SandboxFault.DropAfter, SandboxFault.Truncate, SandboxFault.Unavailable];
        foreach (var fault in faults)
        {
            Sandbox.Faults.When(message => message is OrderCommand && NextIs(random, 4), fault, times: 6);
        }

        foreach (var order in orders)
        {
            foreach (OrderCommand command in new OrderCommand[] { Charge(30, order), Charge(20, order), Refund(10, order), Charge(5, order) })
            {
                await Node.EnqueueAsync(command, $"{command.GetType().Name}-{order}-{(command as ChargeOrderRequest)?.Amount?.Amount}");
            }
        }

        OutboxNode[] nodes = [.. Enumerable.Range(0, 3).Select(_ => Open((_, _, _) => NextIs(random, 5) ? throw new InvalidOperationException("The handler fails.") : Task.CompletedTask, options => options.MaxAttempts = 100))];
        while ((await Database.ReadAsync("SELECT id FROM google_checkout_commands WHERE state = 'pending'")).Count > 0)
        {
            await Task.WhenAll(nodes.Select(node => Task.Run(node.DrainAsync)));
            Clock.Advance(TimeSpan.FromMinutes(20));
        }

        foreach (var order in orders)
        {
            var summary = await SummaryAsync(order);
            Assert.That((summary.TotalChargeAmount, summary.TotalRefundAmount), Is.EqualTo((Usd(55), Usd(10))), order);
        }

        var effects = await Database.EffectsAsync();
        Assert.That(effects.GroupBy(effect => effect).Select(group => ($"{group.Key}", group.Count())), Is.EquivalentTo(new[]
        {
            ("ChargeOrderRequest 30.00 USD None", 6), ("ChargeOrderRequest 20.00 USD None", 6), ("RefundOrderRequest 10.00 USD None", 6), ("ChargeOrderRequest 5.00 USD None", 6),
        }));
    }

    /// <summary>Blocks the sandbox's response to the first look-up of an order.</summary>
    /// <returns>A task that completes when the look-up has arrived.</returns>
    private Task BlockFirstLookUp(ManualResetEventSlim release)
    {
        var entered = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Sandbox.Faults.When(
            message =>
            {
                if (message is OrderSummaryRequest && entered.TrySetResult())
                {
                    release.Wait();
                }

                return false;
            },
            SandboxFault.Unavailable);
        return entered.Task;
    }

    private static bool NextIs(Random random, int of)
    {
        lock (random)
        {
            return random.Next(of) == 0;
        }
    }
}
