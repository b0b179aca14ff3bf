using GoogleCheckout.Notifications;
using NUnit.Framework;

namespace GoogleCheckout.Sandbox.Orders;

/// <summary>The rows about fees in section 6 of the protocol's order tables, over HTTPS.</summary>
[Parallelizable(ParallelScope.All)]
public class FeesTests
{
    private static readonly Step[] ChargeInTwoParts = [OrderSteps.Charge(20), OrderSteps.Charge()];

    [Test(Description = "6.12")]
    public async Task Row_6_12_Fee_IsPercentagePlusFlatFee()
    {
        await using var order = await OrderTable.PrepareAsync(CreateScenario(new SandboxFees()).Then(OrderSteps.Charge(17)));

        var fee = (await GetNotificationsAsync<ChargeAmountNotification>(order)).Single().LatestChargeFee!;

        Assert.That((fee.Total, fee.Percentage, fee.Flat), Is.EqualTo((Usd(0.79m), 2.9m, Usd(0.30m))));
    }

    [Test(Description = "6.11")]
    public async Task Row_6_11_PartialCharge_EachChargeHasFee()
    {
        await using var order = await OrderTable.PrepareAsync(ChargeInTwoParts.Aggregate(CreateScenario(new SandboxFees()), (scenario, step) => scenario.Then(step)));

        var fees = await GetNotificationsAsync<ChargeAmountNotification>(order);

        Assert.That(fees.Select(notification => notification.LatestChargeFee!.Total), Is.EqualTo(new[] { Usd(0.88m), Usd(1.17m) }));
    }

    [TestCase(false, new[] { "0.29", "0.29", "0.87" }, TestName = "6.13 fee on refund: the variable part, the default")]
    [TestCase(true, new[] { "0.35", "0.35", "1.05" }, TestName = "6.13 fee on refund: the whole fee, by setting")]
    public async Task Row_6_13(bool all, string[] back)
    {
        await using var order = await OrderTable.PrepareAsync(
            CreateScenario(new SandboxFees { RefundsFlatFee = all }).Then(OrderSteps.Charge()).Then(OrderSteps.Refund(10)).Then(OrderSteps.Refund(10)).Then(OrderSteps.Refund()));

        var fees = (await GetNotificationsAsync<RefundAmountNotification>(order)).Select(notification => notification.LatestFeeRefundAmount!.Value.Amount).ToList();

        Assert.That(fees, Is.EqualTo(back.Select(amount => decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture))));
    }

    [Test]
    public async Task Refund_InSmallParts_RefundsSameFeeAsOneRefund()
    {
        await using var order = await OrderTable.PrepareAsync(CreateScenario(new SandboxFees()).Then(OrderSteps.Charge()));
        for (var i = 0; i < 10; i++)
        {
            await OrderSteps.Refund(0.10m)(order);
        }

        Assert.That((await GetNotificationsAsync<RefundAmountNotification>(order)).Sum(notification => notification.LatestFeeRefundAmount!.Value.Amount), Is.EqualTo(0.03m));
    }

    [Test]
    public async Task Refund_FeesRoundedDown_RefundsAtMostChargedFees()
    {
        var scenario = CreateScenario(new SandboxFees { Percentage = 1, Flat = 0 });
        scenario = new[] { 10.40m, 10.40m, 10.40m, 10.40m, 8.40m }.Aggregate(scenario, (before, amount) => before.Then(OrderSteps.Charge(amount)));

        await using var order = await OrderTable.PrepareAsync(scenario.Then(OrderSteps.Refund()));

        Assert.That((await GetNotificationsAsync<ChargeAmountNotification>(order)).Sum(notification => notification.LatestChargeFee!.Total.Amount), Is.EqualTo(0.48m));
        Assert.That((await GetNotificationsAsync<RefundAmountNotification>(order)).Single().LatestFeeRefundAmount, Is.EqualTo(Usd(0.48m)));
    }

    [Test]
    public async Task Chargeback_WithFee_ReportsRefundedFeeAndChargebackFee()
    {
        await using var order = await OrderTable.PrepareAsync(CreateScenario(new SandboxFees { Chargeback = 15 }).Then(OrderSteps.Charge()));

        var notification = await order.Sandbox.ChargebackAsync(order.Number);

        Assert.That((notification.LatestFeeRefundAmount, notification.LatestChargebackFeeAmount), Is.EqualTo((Usd(1.45m), Usd(15m))));
        Assert.That(SharedFolder.IsNamed ? OfficialSchema.GetErrors(notification.ToXElement()) : [], Is.Empty);
    }

    [Test]
    public async Task Fees_NotConfigured_AreNotReported()
    {
        await using var order = await OrderTable.PrepareAsync(Scenario.Charged.Then(OrderSteps.Refund(10)).Then(OrderSteps.Chargeback()));
        var notifications = await order.GetNotificationsAsync();

        Assert.That(notifications.OfType<ChargeAmountNotification>().Single().LatestChargeFee, Is.Null);
        Assert.That(notifications.OfType<RefundAmountNotification>().Single().LatestFeeRefundAmount, Is.Null);
        Assert.That(notifications.OfType<ChargebackAmountNotification>().Single().LatestChargebackFeeAmount, Is.Null);
    }

    private static Scenario CreateScenario(SandboxFees fees) => Scenario.Chargeable.With(options => options.Fees = fees);

    private static Money Usd(decimal amount) => new(amount, "USD");

    private static async Task<IReadOnlyList<TNotification>> GetNotificationsAsync<TNotification>(OrderOverHttps order)
    {
        var notifications = await order.GetNotificationsAsync();
        Assert.That(notifications.SelectMany(new NotificationValidator().Validate), Is.Empty);
        Assert.That(SharedFolder.IsNamed ? notifications.SelectMany(notification => OfficialSchema.GetErrors(notification.ToXElement())) : [], Is.Empty);
        return [.. notifications.OfType<TNotification>()];
    }
}
