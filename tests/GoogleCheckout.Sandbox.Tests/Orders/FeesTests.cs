using GoogleCheckout.Notifications;
using NUnit.Framework;

namespace GoogleCheckout.Sandbox.Orders;

/// <summary>Section 6 of the protocol's orders, the rows about fees, over HTTPS.</summary>
[Parallelizable(ParallelScope.All)]
public class FeesTests
{
    private static readonly Step[] ChargeInTwoParts = [Steps.Charge(20), Steps.Charge()];

    [Test(Description = "6.12")]
    public async Task Row_6_12_Fee_IsPercentageAndFlatPart()
    {
        await using var order = await OrderTable.PrepareAsync(CreateScenario(new SandboxFees()).Then(Steps.Charge(17)));

        var fee = (await GetNotificationsAsync<ChargeAmountNotification>(order)).Single().LatestChargeFee!;

        Assert.That((fee.Total, fee.Percentage, fee.Flat), Is.EqualTo((Usd(0.79m), 2.9m, Usd(0.30m))));
    }

    [Test(Description = "6.11")]
    public async Task Row_6_11_PartialCharge_FeeIsTakenPerCharge()
    {
        await using var order = await OrderTable.PrepareAsync(ChargeInTwoParts.Aggregate(CreateScenario(new SandboxFees()), (scenario, step) => scenario.Then(step)));

        var fees = await GetNotificationsAsync<ChargeAmountNotification>(order);

        Assert.That(fees.Select(told => told.LatestChargeFee!.Total), Is.EqualTo(new[] { Usd(0.88m), Usd(1.17m) }));
    }

    [TestCase(false, new[] { "0.29", "0.29", "0.87" }, TestName = "6.13 fee on refund: the variable part, as by default")]
    [TestCase(true, new[] { "0.35", "0.35", "1.05" }, TestName = "6.13 fee on refund: all of it, as a setting")]
    public async Task Row_6_13(bool all, string[] back)
    {
        await using var order = await OrderTable.PrepareAsync(
            CreateScenario(new SandboxFees { RefundsFlatFee = all }).Then(Steps.Charge()).Then(Steps.Refund(10)).Then(Steps.Refund(10)).Then(Steps.Refund()));

        var fees = (await GetNotificationsAsync<RefundAmountNotification>(order)).Select(told => told.LatestFeeRefundAmount!.Value.Amount).ToList();

        Assert.That(fees, Is.EqualTo(back.Select(amount => decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture))));
    }

    [Test]
    public async Task ManySmallRefunds_GiveBackAsMuchAsOne()
    {
        await using var order = await OrderTable.PrepareAsync(CreateScenario(new SandboxFees()).Then(Steps.Charge()));
        for (var i = 0; i < 10; i++)
        {
            await Steps.Refund(0.10m)(order);
        }

        Assert.That((await GetNotificationsAsync<RefundAmountNotification>(order)).Sum(told => told.LatestFeeRefundAmount!.Value.Amount), Is.EqualTo(0.03m));
    }

    [Test]
    public async Task Refund_WhereTheFeesWereRoundedDown_GivesBackNoMoreThanWasTaken()
    {
        var scenario = CreateScenario(new SandboxFees { Percentage = 1, Flat = 0 });
        scenario = new[] { 10.40m, 10.40m, 10.40m, 10.40m, 8.40m }.Aggregate(scenario, (before, amount) => before.Then(Steps.Charge(amount)));

        await using var order = await OrderTable.PrepareAsync(scenario.Then(Steps.Refund()));

        Assert.That((await GetNotificationsAsync<ChargeAmountNotification>(order)).Sum(told => told.LatestChargeFee!.Total.Amount), Is.EqualTo(0.48m));
        Assert.That((await GetNotificationsAsync<RefundAmountNotification>(order)).Single().LatestFeeRefundAmount, Is.EqualTo(Usd(0.48m)));
    }

    [Test]
    public async Task Chargeback_TellsWhatIsGivenBackAndWhatIsTaken()
    {
        await using var order = await OrderTable.PrepareAsync(CreateScenario(new SandboxFees { Chargeback = 15 }).Then(Steps.Charge()));

        var told = await order.Sandbox.ChargebackAsync(order.Number);

        Assert.That((told.LatestFeeRefundAmount, told.LatestChargebackFeeAmount), Is.EqualTo((Usd(1.45m), Usd(15m))));
        Assert.That(SharedFolder.IsNamed ? OfficialSchema.GetErrors(told.ToXElement()) : [], Is.Empty);
    }

    [Test]
    public async Task Fees_AreToldOnlyWhereTheMerchantChoseSo()
    {
        await using var order = await OrderTable.PrepareAsync(Scenario.Charged.Then(Steps.Refund(10)).Then(Steps.Chargeback()));
        var told = await order.GetNotificationsAsync();

        Assert.That(told.OfType<ChargeAmountNotification>().Single().LatestChargeFee, Is.Null);
        Assert.That(told.OfType<RefundAmountNotification>().Single().LatestFeeRefundAmount, Is.Null);
        Assert.That(told.OfType<ChargebackAmountNotification>().Single().LatestChargebackFeeAmount, Is.Null);
    }

    private static Scenario CreateScenario(SandboxFees fees) => Scenario.Chargeable.With(options => options.Fees = fees);

    private static Money Usd(decimal amount) => new(amount, "USD");

    private static async Task<IReadOnlyList<TNotification>> GetNotificationsAsync<TNotification>(OrderOnTheWire order)
    {
        var told = await order.GetNotificationsAsync();
        Assert.That(told.SelectMany(new NotificationValidator().Validate), Is.Empty);
        Assert.That(SharedFolder.IsNamed ? told.SelectMany(notification => OfficialSchema.GetErrors(notification.ToXElement())) : [], Is.Empty);
        return [.. told.OfType<TNotification>()];
    }
}
