using GoogleCheckout.Orders;
using NUnit.Framework;

namespace GoogleCheckout.Outbox.MoneyChaos;

/// <summary>The judge of the runs sees what it is there to see.</summary>
public class MoneyJudgeTests
{
    private const string Charge = nameof(ChargeOrderRequest);
    private const string Refund = nameof(RefundOrderRequest);

    private static readonly OrderPlan Plan = new()
    {
        Total = 10_000,
        Commands = [new PlannedCommand("1", Charge, Usd(30)), new PlannedCommand("2", Charge, Usd(20)), new PlannedCommand("3", Refund, Usd(10))],
    };

    private static readonly ReceivedCommand[] Executed = [Received(Charge, 30), Received(Charge, 20), Received(Refund, 10)];

    private static readonly HandledOutcome[] Handled = [Done("1", "30.00 USD"), Done("2", "20.00 USD"), Done("3", "10.00 USD")];

    [Test]
    public void Judge_EverythingOnce_FindsNothing() =>
        Assert.That(Judge(Money(50, 10), [.. Executed, Received(Charge, 30, isExecuted: false)], Handled), Is.Empty);

    [Test]
    public void Judge_OtherMoney_IsReportedToTheCent() => Assert.That(
        Judge(new OrderMoney(Usd(50.01m), Usd(9.99m), IsCanceled: true), Executed, Handled),
        Is.EqualTo(new[] { "50.01 USD is charged, and 50.00 USD is planned", "9.99 USD is refunded, and 10.00 USD is planned", "it is canceled, and should not be" }));

    [Test]
    public void Judge_CommandExecutedTwice_IsReportedThoughTheMoneyIsRight() =>
        Assert.That(Judge(Money(50, 10), [.. Executed, Received(Charge, 30)], Handled), Is.EqualTo(new[] { "ChargeOrderRequest 30.00 USD was executed 2 times" }));

    [Test]
    public void Judge_CommandNotExecutedAndAnotherInstead_ReportsBoth() => Assert.That(
        Judge(Money(50, 10), [Received(Charge, 50), Received(Charge, 20), Received(Refund, 10)], Handled),
        Is.EqualTo(new[] { "ChargeOrderRequest 30.00 USD was not executed", "ChargeOrderRequest 50.00 USD was executed and is not planned" }));

    [Test]
    public void Judge_OutcomeMissingDoubledOrWrong_IsReported() => Assert.That(
        Judge(Money(50, 10), Executed, [Done("2", "20.00 USD"), Done("2", "20.00 USD"), Done("3", "11.00 USD")]),
        Is.EqualTo(new[]
        {
            "the outcome of ChargeOrderRequest 30.00 USD was not handled",
            "the outcome of ChargeOrderRequest 20.00 USD was handled 2 times",
            "the outcome of RefundOrderRequest 10.00 USD has the amount 11.00 USD",
        }));

    [Test]
    public void Judge_OutcomeIsAFailure_IsReportedWithItsReason() => Assert.That(
        Judge(Money(50, 10), Executed, [new HandledOutcome("1", "Refused", null, "Not today"), Handled[1], Handled[2]]),
        Is.EqualTo(new[] { "the outcome of ChargeOrderRequest 30.00 USD is Refused: Not today" }));

    [Test]
    public void Judge_UnknownOrder_IsReported() =>
        Assert.That(Judge(null, Executed, Handled), Is.EqualTo(new[] { "the sandbox does not know the order" }));

    [Test]
    public void Create_ManyPlans_LeaveRoomForAChargeThatIsSentTwice()
    {
        var random = new Random(1);
        for (var i = 0; i < 1_000; i++)
        {
            var plan = OrderPlan.Create(i, random);
            var largest = plan.Commands.Where(command => command.Kind == Charge).Select(command => command.Amount!.Value.Amount).DefaultIfEmpty().Max();

            Assert.That(plan.Charged.Amount + largest, Is.LessThan(OrderPlan.ToMoney(plan.Total).Amount), string.Join(", ", plan.Commands));
            Assert.That(plan.Commands.Select(command => (command.Kind, command.Amount)), Is.Unique);
            Assert.That(plan.Refunded.Amount, plan.IsCanceled ? Is.EqualTo(plan.Charged.Amount) : Is.LessThan(plan.Charged.Amount));
        }
    }

    private static Money Usd(decimal amount) => new(amount + 0.00m, "USD");

    private static OrderMoney Money(decimal charged, decimal refunded) => new(Usd(charged), Usd(refunded), IsCanceled: false);

    private static ReceivedCommand Received(string kind, decimal amount, bool isExecuted = true) => new(kind, Usd(amount), isExecuted, kind);

    private static HandledOutcome Done(string key, string amount) => new(key, nameof(CommandFailure.None), amount);

    private static IReadOnlyList<string> Judge(OrderMoney? money, IEnumerable<ReceivedCommand> received, IEnumerable<HandledOutcome> outcomes) =>
        MoneyJudge.Judge(Plan, money, received, outcomes.ToLookup(outcome => outcome.Key));
}
