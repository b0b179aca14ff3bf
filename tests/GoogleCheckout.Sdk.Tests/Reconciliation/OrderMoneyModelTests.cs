using FsCheck;
using FsCheck.Fluent;
using NUnit.Framework;
using static GoogleCheckout.Orders.ModelService;

namespace GoogleCheckout.Orders;

/// <summary>Random sequences of calls on the model of an order's money: never more moves than was asked for, whatever is lost and repeated.</summary>
public class OrderMoneyModelTests
{
    private enum Kind
    {
        Charge,
        Refund,
        Chargeback,
        Restart,
        Wait,
    }

    [Test]
    public void AnySequence_NeverMovesMoreThanTheLastTotalAskedFor() =>
        Prop.ForAll(Sequences().ToArbitrary(), steps => Holds(steps, new OrderReconcilerOptions())).Check(Config.QuickThrowOnFailure.WithMaxTest(1500));

    // The model can fail: without the settle time, a command that is executed late is executed twice.
    [Test]
    public void AnySequence_WithoutSettleTime_MovesTooMuch()
    {
        var impatient = new OrderReconcilerOptions { SettleTime = TimeSpan.FromMilliseconds(1), PollInterval = TimeSpan.FromMilliseconds(1) };

        Assert.That(() => Prop.ForAll(Sequences().ToArbitrary(), steps => Holds(steps, impatient)).Check(Config.QuickThrowOnFailure.WithMaxTest(1500)), Throws.Exception);
    }

    // A new object that is not told about a command with an unknown outcome sends it again.
    [Test]
    public void AnySequence_WithoutTheModeAfterARestart_MovesTooMuch() => Assert.That(
        () => Prop.ForAll(Sequences().ToArbitrary(), steps => Holds(steps, new OrderReconcilerOptions(), forgets: true)).Check(Config.QuickThrowOnFailure.WithMaxTest(1500)), Throws.Exception);

    private static bool Holds(IReadOnlyList<Step> steps, OrderReconcilerOptions options, bool forgets = false)
    {
        var clock = new WaitSkippingTimeProvider();
        options.TimeProvider = clock;
        using var service = new ModelService(clock);
        var reconciler = new OrderReconciler(service, options);
        var (charge, refund) = (Usd(0), Usd(0));
        var mode = ReconciliationMode.Send;
        var holds = true;
        foreach (var step in steps)
        {
            step.Faults.ForEach(service.Faults.Enqueue);
            step.FailedLookUps.ForEach(service.FailedLookUps.Enqueue);
            service.ChargingTime = TimeSpan.FromSeconds(step.ChargingSeconds);
            switch (step.Kind)
            {
                case Kind.Charge:
                    charge += Usd(step.Amount);
                    holds &= Try(() => reconciler.EnsureChargedAsync(Number, charge, mode), order => order.TotalChargeAmount == charge, ref mode);
                    break;
                case Kind.Refund:
                    refund += Usd(step.Amount);
                    holds &= Try(() => reconciler.EnsureRefundedAsync(Number, refund, "Broken", mode: mode), order => order.TotalRefundAmount == refund, ref mode);
                    break;
                case Kind.Chargeback:
                    service.Chargeback(step.Amount);
                    break;
                case Kind.Restart:
                    reconciler = new OrderReconciler(service, options);
                    mode = forgets ? mode : ReconciliationMode.AfterUnknownOutcome;
                    break;
                default:
                    clock.Advance(TimeSpan.FromSeconds(step.ChargingSeconds));
                    break;
            }

            service.Faults.Clear();
            service.FailedLookUps.Clear();
            holds &= IsWithin(service.Order, charge, refund);
        }

        clock.Advance(TimeSpan.FromDays(1));
        service.Settle();
        clock.Advance(TimeSpan.FromDays(1));
        service.Settle();
        return holds && IsWithin(service.Order, charge, refund);
    }

    private static bool IsWithin(OrderSummary order, Money charge, Money refund) => order.TotalChargeAmount <= charge && order.TotalRefundAmount <= refund;

    /// <summary>Runs a call to its end. If it succeeds, the order must be as asked.</summary>
    private static bool Try(Func<Task<OrderReconciliation>> callAsync, Func<OrderSummary, bool> isAsAsked, ref ReconciliationMode mode)
    {
        try
        {
            var result = callAsync().GetAwaiter().GetResult();
            mode = ReconciliationMode.Send;
            return isAsAsked(result.Order);
        }
        catch (Exception e) when (e is CheckoutException or OperationCanceledException)
        {
            return true;
        }
    }

    private static Gen<List<Step>> Sequences() => from steps in Steps().ListOf() select steps.Take(8).ToList();

    private static Gen<Step> Steps() =>
        from kind in Gen.Elements(Kind.Charge, Kind.Charge, Kind.Charge, Kind.Refund, Kind.Refund, Kind.Chargeback, Kind.Restart, Kind.Wait)
        from amount in Gen.Elements(0, 1, 2, 3)
        from faults in Gen.Elements(Enum.GetValues<CommandFault>()).ListOf(3)
        from lookUps in Gen.Frequency((3, Gen.Constant(Array.Empty<bool>())), (1, Gen.Elements(true, false).ArrayOf(20)), (1, Gen.Constant(Enumerable.Repeat(true, 200).ToArray())))
        from seconds in Gen.Elements(0, 0, 3, 10, 200)
        from healthyFirst in Gen.Elements(true, false)
        select new Step(kind, amount, [.. faults], healthyFirst ? [false, .. lookUps] : [.. lookUps], seconds);

    private sealed record Step(Kind Kind, int Amount, List<CommandFault> Faults, List<bool> FailedLookUps, int ChargingSeconds)
    {
        public override string ToString() => $"{Kind} {Amount} [{string.Join(", ", Faults)}], {FailedLookUps.Count(failed => failed)} of {FailedLookUps.Count} look-ups fail, {ChargingSeconds} s";
    }
}
