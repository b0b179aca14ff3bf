using GoogleCheckout.Orders;
using NUnit.Framework;

namespace GoogleCheckout.Sandbox.Docs;

/// <summary>The code of docs/money.md, compiled and run.</summary>
[Parallelizable(ParallelScope.All)]
public class MoneySnippets
{
    [Test]
    public async Task Life_OfAnOrder_CanBeRepeated()
    {
        await using var sandbox = await CheckoutSandbox.StartAsync();
        using var client = sandbox.CreateClient();
        var order = await PlaceAsync(sandbox, client);

        await RunAsync(new OrderReconciler(client), order, CancellationToken.None);
        await RunAsync(new OrderReconciler(client), order, CancellationToken.None);

        Assert.That(sandbox.Requests.Count(request => request.Message is OrderCommand), Is.EqualTo(4));
    }

    [Test]
    public async Task Failure_OfACall_SaysWhatToDo()
    {
        await using var sandbox = await CheckoutSandbox.StartAsync();
        using var client = sandbox.CreateClient();
        var order = await PlaceAsync(sandbox, client);

        Assert.That(await TryChargeAsync(new OrderReconciler(client), order, new Money(1000m, "USD")), Is.EqualTo("Failed"));
        Assert.That(await TryChargeAsync(new OrderReconciler(client), order, new Money(5m, "USD")), Is.EqualTo("Done"));
    }

    [Test]
    public async Task DryRun_OfACall_SendsNothing()
    {
        await using var sandbox = await CheckoutSandbox.StartAsync();
        using var client = sandbox.CreateClient();
        var order = await PlaceAsync(sandbox, client);
        var reconciler = new OrderReconciler(client);

        // <dry-run>
        var plan = await reconciler.EnsureChargedAsync(order, new Money(50m, "USD"), ReconciliationMode.DryRun);
        Console.WriteLine(plan);
        // </dry-run>

        Assert.That(plan.Command, Is.InstanceOf<ChargeOrderRequest>());
        Assert.That(sandbox.Requests.Any(request => request.Message is OrderCommand), Is.False);
    }

    [Test]
    public async Task Restart_WithACommandOnTheWay_LooksUpTheOrderFirst()
    {
        await using var sandbox = await CheckoutSandbox.StartAsync();
        using var client = sandbox.CreateClient();
        var order = await PlaceAsync(sandbox, client);
        var reconciler = new OrderReconciler(client, new OrderReconcilerOptions { TimeProvider = new WaitSkippingTimeProvider() });

        // <restart>
        var result = await reconciler.EnsureChargedAsync(order, new Money(50m, "USD"), ReconciliationMode.AfterUnknownOutcome);
        // </restart>

        Assert.That(result.AmountMoved, Is.EqualTo(new Money(50m, "USD")));
    }

    private static async Task RunAsync(OrderReconciler reconciler, string order, CancellationToken cancellationToken)
    {
        // <life>
        await reconciler.EnsureChargedAsync(order, new Money(50m, "USD"), cancellationToken: cancellationToken);
        await reconciler.EnsureDeliveredAsync(order, new TrackingData { Carrier = Carriers.UPS, TrackingNumber = "1Z999" }, cancellationToken: cancellationToken);
        await reconciler.EnsureRefundedAsync(order, new Money(4.50m, "USD"), "One cup was broken", cancellationToken: cancellationToken);
        await reconciler.EnsureArchivedAsync(order, cancellationToken: cancellationToken);
        // </life>
    }

    private static async Task<string> TryChargeAsync(OrderReconciler reconciler, string order, Money total)
    {
        // <failures>
        try
        {
            var result = await reconciler.EnsureChargedAsync(order, total);
            Console.WriteLine($"Charged now: {result.AmountMoved}; in total: {result.Order.TotalChargeAmount}");
            return "Done";
        }
        catch (CheckoutException error) when (error.OutcomeUnknown || error.IsTransient)
        {
            // The service is unreachable, the order waits for something, or a command may still be executed. Make the same call later.
            Console.WriteLine(error.Message);
            return "Later";
        }
        catch (CheckoutException error)
        {
            // The order does not allow it. A person must decide.
            Console.WriteLine(error.Message);
            return "Failed";
        }
        // </failures>
    }

    private static async Task<string> PlaceAsync(CheckoutSandbox sandbox, CheckoutClient client)
    {
        var order = await sandbox.PlaceOrderAsync(await client.CheckoutAsync(SampleCarts.Books));
        await sandbox.AdvanceAsync(TimeSpan.FromMinutes(1));
        return order.GoogleOrderNumber;
    }
}
