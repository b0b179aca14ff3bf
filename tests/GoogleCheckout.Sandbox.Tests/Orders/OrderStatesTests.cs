using GoogleCheckout.Notifications;
using GoogleCheckout.Orders;
using NUnit.Framework;
using static GoogleCheckout.Orders.FinancialOrderState;
using static GoogleCheckout.Orders.FulfillmentOrderState;
using static GoogleCheckout.Sandbox.Orders.OrderTable;

namespace GoogleCheckout.Sandbox.Orders;

/// <summary>Sections 2 to 4 of the protocol's order tables, over HTTPS: the state changes of an order.</summary>
[Parallelizable(ParallelScope.All)]
public class OrderStatesTests
{
    private static readonly TimeSpan OneHour = TimeSpan.FromHours(1);

    private static readonly Step WeekForAnotherCard = OrderSteps.Wait(TimeSpan.FromDays(7));

    private static IEnumerable<TestCaseData> Section2() =>
    [
        Row("2.2 REVIEWING to CHARGEABLE: review and authorization succeed", Scenario.Reviewing, OrderSteps.Review, Chargeable, New, StateChange, Risk, AuthorizationAmount),
        Row("2.3 REVIEWING to PAYMENT_DECLINED: card rejected at authorization", Scenario.Reviewing.PaidWith(TestCard.DeclinedAtReview), OrderSteps.Review, PaymentDeclined, New, StateChange),
        Row("2.4 REVIEWING to CANCELLED_BY_GOOGLE: failed risk check", Scenario.Reviewing.PaidWith(TestCard.RejectedForRisk), OrderSteps.Review, CancelledByGoogle, WillNotDeliver, StateChange),
        Row("2.4 REVIEWING to CANCELLED_BY_GOOGLE: the service cancels", Scenario.Reviewing, OrderSteps.CancelByGoogle, CancelledByGoogle, WillNotDeliver, StateChange),
        Row("2.5 REVIEWING to CANCELLED: cancel-order, the default", Scenario.Reviewing, OrderSteps.Cancel, Cancelled, WillNotDeliver, StateChange),
        Row("2.6 REVIEWING stays: charge-order accepted early", Scenario.Reviewing, OrderSteps.Charge(), Reviewing, New),
        Row("2.6 REVIEWING stays: early charge-order starts when CHARGEABLE", Scenario.Reviewing.Then(OrderSteps.Charge()), OrderSteps.Review, Charged, New, StateChange, Risk, AuthorizationAmount, StateChange, StateChange, ChargeAmount),
        Row("2.7 CHARGEABLE to CHARGING: charge-order", Scenario.Chargeable.With(CaptureInAnHour), OrderSteps.Charge(), Charging, New, StateChange),
        Row("2.7 CHARGEABLE to CHARGING: charge-and-ship-order", Scenario.Chargeable.With(CaptureInAnHour), OrderSteps.ChargeAndShip(), Charging, New, StateChange),
        Row("2.7 CHARGEABLE to CHARGING: automatic charge", Scenario.Reviewing.With(CaptureInAnHour).With(ChargeAutomatically), OrderSteps.Review, Charging, Processing, StateChange, Risk, AuthorizationAmount, StateChange, StateChange),
        Row("2.8 CHARGING to CHARGED: full amount captured", Scenario.Charging, OrderSteps.Wait(OneHour), Charged, New, StateChange, ChargeAmount),
        Row("2.9 CHARGING to CHARGEABLE: partial amount captured", Scenario.ChargingPart, OrderSteps.Wait(OneHour), Chargeable, New, StateChange, ChargeAmount),
        Row("2.10 CHARGING to PAYMENT_DECLINED: capture fails", Scenario.Charging.PaidWith(TestCard.DeclinedAtCharge), OrderSteps.Wait(OneHour), PaymentDeclined, New, StateChange),
        Row("2.11 PAYMENT_DECLINED to CHARGEABLE: another card after a failed capture", Scenario.DeclinedAtCharge, OrderSteps.ReplaceCard(TestCard.Accepted), Chargeable, New, StateChange, AuthorizationAmount),
        Row("2.11 PAYMENT_DECLINED to CHARGEABLE: another card after a failed authorization", Scenario.Declined, OrderSteps.ReplaceCard(TestCard.Accepted), Chargeable, New, StateChange, Risk, AuthorizationAmount),
        Row("2.11 PAYMENT_DECLINED to CHARGEABLE: the pending charge resumes", Scenario.DeclinedAtCharge.With(new SandboxRules { ResumeDeclinedCharge = true }), OrderSteps.ReplaceCard(TestCard.Accepted), Charged, New, StateChange, AuthorizationAmount, StateChange, StateChange, ChargeAmount),
        Row("2.11 PAYMENT_DECLINED stays: another card that does not work", Scenario.Declined, OrderSteps.ReplaceCard(TestCard.DeclinedAtReview), PaymentDeclined, New),
        Row("2.12 PAYMENT_DECLINED to CANCELLED_BY_GOOGLE: no new card in seven days", Scenario.Declined, WeekForAnotherCard, CancelledByGoogle, WillNotDeliver, StateChange),
        Row("2.12 PAYMENT_DECLINED stays: less than seven days", Scenario.Declined, OrderSteps.Wait(TimeSpan.FromDays(7) - TimeSpan.FromSeconds(1)), PaymentDeclined, New),
        Row("2.12 PAYMENT_DECLINED to CANCELLED_BY_GOOGLE: no new card in 72 hours", Scenario.Declined.With(new SandboxRules { CardReplacementDeadline = TimeSpan.FromHours(72) }), OrderSteps.Wait(TimeSpan.FromHours(72)), CancelledByGoogle, WillNotDeliver, StateChange),
        Row("2.13 PAYMENT_DECLINED to CANCELLED: cancel-order", Scenario.Declined, OrderSteps.Cancel, Cancelled, WillNotDeliver, StateChange),
        Row("2.14 CHARGEABLE to CANCELLED: cancel-order", Scenario.Chargeable, OrderSteps.Cancel, Cancelled, WillNotDeliver, StateChange),
        Row("2.15 CHARGED to CANCELLED: cancel-order after everything was refunded", Scenario.Refunded, OrderSteps.Cancel, Cancelled, WillNotDeliver, StateChange),
        Row("2.16 CHARGED to CHARGED: refund-order", Scenario.Charged, OrderSteps.Refund(), Charged, New, RefundAmount),
        Row("2.16 CHARGED to CHARGED: chargeback", Scenario.Charged, OrderSteps.Chargeback(), Charged, New, ChargebackAmount),
    ];

    private static IEnumerable<TestCaseData> Section3() =>
    [
        Row("3.1 a partial capture reverts to CHARGEABLE, the default", Scenario.Chargeable, OrderSteps.Charge(20), Chargeable, New, StateChange, StateChange, ChargeAmount),
        Row("3.2 a partial capture leads to CHARGED, by setting", Scenario.Chargeable.With(new SandboxRules { AfterPartialCharge = Charged }), OrderSteps.Charge(20), Charged, New, StateChange, StateChange, ChargeAmount),
        Row("3.2 a partly charged order can be charged in CHARGED", Scenario.PartlyChargedAsCharged, OrderSteps.Charge(), Charged, New, StateChange, StateChange, ChargeAmount),
        Row("3.3 authorize in CHARGED, partly charged", Scenario.PartlyChargedAsCharged, OrderSteps.Authorize, Charged, New, AuthorizationAmount),
        Row("3.3 charge and ship in CHARGED, partly charged", Scenario.PartlyChargedAsCharged, OrderSteps.ChargeAndShip(), Charged, Delivered, StateChange, StateChange, ChargeAmount, StateChange),
        Row("3.3 charge and ship in CHARGEABLE, partly charged", Scenario.PartlyCharged, OrderSteps.ChargeAndShip(), Charged, Delivered, StateChange, StateChange, ChargeAmount, StateChange),
    ];

    private static IEnumerable<TestCaseData> Section4() =>
    [
        Row("4.1 NEW to PROCESSING: process-order", Scenario.Chargeable, OrderSteps.Process, Chargeable, Processing, StateChange),
        Row("4.2 NEW to PROCESSING: implicit, before an automatic charge", Scenario.Reviewing.With(ChargeAutomatically), OrderSteps.Review, Charged, Processing, StateChange, Risk, AuthorizationAmount, StateChange, StateChange, StateChange, ChargeAmount),
        Row("4.3 NEW to DELIVERED: deliver-order", Scenario.Chargeable, OrderSteps.Deliver, Chargeable, Delivered, StateChange),
        Row("4.3 PROCESSING to DELIVERED: deliver-order", Scenario.Processing, OrderSteps.Deliver, Chargeable, Delivered, StateChange),
        Row("4.3 NEW to DELIVERED: charge-and-ship-order", Scenario.Chargeable, OrderSteps.ChargeAndShip(), Charged, Delivered, StateChange, StateChange, ChargeAmount, StateChange),
        Row("4.3 NEW to DELIVERED: all items shipped", Scenario.Chargeable, OrderSteps.Ship("book", "map"), Chargeable, Delivered, StateChange),
        Row("4.4 NEW to WILL_NOT_DELIVER: cancel-order", Scenario.Chargeable, OrderSteps.Cancel, Cancelled, WillNotDeliver, StateChange),
        Row("4.4 PROCESSING to WILL_NOT_DELIVER: cancel-order", Scenario.Processing, OrderSteps.Cancel, Cancelled, WillNotDeliver, StateChange),
        Row("4.4 NEW to WILL_NOT_DELIVER: cancellation by the service", Scenario.Declined, OrderSteps.CancelByGoogle, CancelledByGoogle, WillNotDeliver, StateChange),
        Row("4.4 DELIVERED stays: cancel-order", Scenario.Delivered, OrderSteps.Cancel, Cancelled, Delivered, StateChange),
        Row("4.5 DELIVERED to PROCESSING: items reset", Scenario.Delivered, OrderSteps.Reset("map"), Chargeable, Processing, StateChange),
        Row("4 after the table: charge-order leaves NEW, the default", Scenario.Chargeable, OrderSteps.Charge(), Charged, New, StateChange, StateChange, ChargeAmount),
        Row("4 after the table: charge-order starts PROCESSING, by setting", Scenario.Chargeable.With(new SandboxRules { ChargingStartsProcessing = true }), OrderSteps.Charge(), Charged, Processing, StateChange, StateChange, StateChange, ChargeAmount),
        Row("4 after the table: an uncharged order is shipped", Scenario.Reviewing, OrderSteps.Deliver, Reviewing, Delivered, StateChange),
        Row("4 after the table: an unshipped order is charged", Scenario.Processing, OrderSteps.Charge(), Charged, Processing, StateChange, StateChange, ChargeAmount),
        Row("4 after the table: a shipped order is charged", Scenario.Delivered, OrderSteps.Charge(), Charged, Delivered, StateChange, StateChange, ChargeAmount),
    ];

    private static IEnumerable<TestCaseData> Refusals() =>
    [
        RejectedRow("2.5 REVIEWING: cancel-order rejected, by setting", Scenario.Reviewing.With(new SandboxRules { CancelDuringReview = false }), OrderSteps.Cancel, "under review"),
        RejectedRow("2.6 REVIEWING: charge-order rejected, by setting", Scenario.Reviewing.With(new SandboxRules { ChargeDuringReview = false }), OrderSteps.Charge(), "under review"),
        RejectedRow("2.15 CHARGED: cancel-order before everything was refunded", Scenario.Charged.Then(OrderSteps.Refund(10)), OrderSteps.Cancel, "refunded"),
        RejectedRow("2.17 CANCELLED: no charge", Scenario.Cancelled, OrderSteps.Charge(), "canceled"),
        RejectedRow("2.17 CANCELLED: no second cancellation", Scenario.Cancelled, OrderSteps.Cancel, "canceled"),
        RejectedRow("2.17 CANCELLED: no cancellation by the service", Scenario.Cancelled, OrderSteps.CancelByGoogle, "Cancelled"),
        RejectedRow("2.17 CANCELLED: no other card", Scenario.Declined.Then(OrderSteps.Cancel), OrderSteps.ReplaceCard(TestCard.Accepted), "Cancelled"),
        RejectedRow("2.17 CANCELLED_BY_GOOGLE: no charge", Scenario.CancelledByGoogle, OrderSteps.Charge(), "canceled"),
        RejectedRow("2.17 CANCELLED_BY_GOOGLE: no cancellation", Scenario.CancelledByGoogle, OrderSteps.Cancel, "canceled"),
        RejectedRow("2.17 CANCELLED_BY_GOOGLE: not reinstated by another card", Scenario.Declined.Then(WeekForAnotherCard), OrderSteps.ReplaceCard(TestCard.Accepted), "CancelledByGoogle"),
    ];

    [TestCaseSource(nameof(Section2))]
    [TestCaseSource(nameof(Section3))]
    [TestCaseSource(nameof(Section4))]
    public Task Step_Allowed_ChangesOrder(object given, object step, FinancialOrderState financial, FulfillmentOrderState fulfillment, string[] notifications) =>
        OrderTable.AssertAllowedAsync((Scenario)given, (Step)step, financial, fulfillment, notifications);

    [TestCaseSource(nameof(Refusals))]
    public Task Step_NotAllowed_IsRejected(object given, object step, string reason) => OrderTable.AssertRejectedAsync((Scenario)given, (Step)step, reason);

    [Test(Description = "2.1")]
    public async Task Row_2_1_NewOrder_IsReviewingAndNew()
    {
        await using var order = await OrderTable.PrepareAsync(Scenario.Reviewing);

        var notification = (NewOrderNotification)(await order.GetNotificationsAsync()).Single();

        Assert.That((notification.FinancialOrderState, notification.FulfillmentOrderState), Is.EqualTo((Reviewing, New)));
    }

    [Test(Description = "2.2")]
    public async Task Row_2_2_ReviewPassed_SendsThreeNotificationsOfOneEvent()
    {
        await using var order = await OrderTable.PrepareAsync(Scenario.Chargeable);

        var notifications = (await order.GetNotificationsAsync()).Skip(1).ToList();

        Assert.That(notifications.Select(notification => notification.SerialNumber[^8..]), Is.EqualTo(new[] { "-00002-1", "-00002-5", "-00002-6" }));
        Assert.That(notifications.Select(notification => notification.Timestamp).Distinct().Count(), Is.EqualTo(1));
    }

    [TestCase("2.4 failed risk check", "4222222222222", 1, "Failed risk check")]
    [TestCase("2.12 no new card", "371449635398431", 14, "No other card in time")]
    public async Task Row_CancelledByGoogle_HasReason(string row, string card, int days, string reason)
    {
        await using var order = await OrderTable.PrepareAsync(Scenario.Reviewing.PaidWith(TestCard.All.Single(known => known.Number == card)).Then(OrderSteps.Wait(TimeSpan.FromDays(days))));

        Assert.That((await order.GetNotificationsAsync()).OfType<OrderStateChangeNotification>().Last().Reason, Is.EqualTo(reason), row);
    }

    [Test(Description = "2.8")]
    public async Task Row_2_8_Charged_SendsStateAndAmountOfOneEvent()
    {
        await using var order = await OrderTable.PrepareAsync(Scenario.Charged);

        Assert.That((await order.GetNotificationsAsync()).TakeLast(2).Select(notification => notification.SerialNumber[^8..]), Is.EqualTo(new[] { "-00004-1", "-00004-2" }));
    }

    [Test(Description = "11")]
    public async Task AutoCharge_MatchesCapturedSequence()
    {
        await using var order = await OrderTable.PrepareAsync(Scenario.Reviewing.With(ChargeAutomatically).Then(OrderSteps.Review).Then(OrderSteps.Deliver));

        Assert.That(
            (await order.GetNotificationsAsync()).Select(notification => $"{notification.SerialNumber[^7..]} {notification.OrderSummary!.FinancialOrderState}/{notification.OrderSummary.FulfillmentOrderState}"),
            Is.EqualTo(new[]
            {
                "00001-7 Reviewing/New", "00002-1 Chargeable/New", "00002-5 Chargeable/New", "00002-6 Chargeable/New", "00003-1 Chargeable/Processing",
                "00004-1 Charging/Processing", "00005-1 Charged/Processing", "00005-2 Charged/Processing", "00006-1 Charged/Delivered",
            }));
    }

    private static void CaptureInAnHour(CheckoutSandboxOptions options) => options.CaptureDelay = OneHour;

    private static void ChargeAutomatically(CheckoutSandboxOptions options) => options.AutoCharge = true;
}
