using System.Net;
using GoogleCheckout.Carts;
using GoogleCheckout.Notifications;
using GoogleCheckout.Orders;
using NUnit.Framework;
using static GoogleCheckout.Orders.FinancialOrderState;
using static GoogleCheckout.Orders.FulfillmentOrderState;
using static GoogleCheckout.Sandbox.Orders.OrderTable;

namespace GoogleCheckout.Sandbox.Orders;

/// <summary>Section 6 of the protocol's order tables, over HTTPS: amounts and authorizations; and the events of section 10.</summary>
[Parallelizable(ParallelScope.All)]
public class OrderAmountsTests
{
    private static readonly TimeSpan OneSecond = TimeSpan.FromSeconds(1);

    private static IEnumerable<TestCaseData> Allowed() =>
    [
        Row("6.3 charge limit: exactly what is left", Scenario.PartlyCharged, OrderSteps.Charge(30), Charged, New, StateChange, StateChange, ChargeAmount),
        Row("6.4 refund limit: exactly what is left", Scenario.Charged.Then(OrderSteps.Refund(10)), OrderSteps.Refund(40), Charged, New, RefundAmount),
        Row("6.4 refund limit: a refund does not make it chargeable again", Scenario.Charged, OrderSteps.Refund(), Charged, New, RefundAmount),
        Row("6.5 cancel precondition: everything refunded in parts", Scenario.Charged.Then(OrderSteps.Refund(10)).Then(OrderSteps.Refund(40)), OrderSteps.Cancel, Cancelled, WillNotDeliver, StateChange),
        Row("6.9 authorization life: a charge after it is allowed", Scenario.Chargeable.Then(OrderSteps.Wait(TimeSpan.FromDays(8))), OrderSteps.Charge(), Charged, New, StateChange, StateChange, ChargeAmount),
        Row("6.9 authorization life: a charge after it may be declined, by setting", Scenario.Chargeable.With(DeclineLateCharges).Then(OrderSteps.Wait(TimeSpan.FromDays(7) + OneSecond)), OrderSteps.Charge(), PaymentDeclined, New, StateChange, StateChange),
        Row("6.9 authorization life: a charge within it is not declined by that setting", Scenario.Chargeable.With(DeclineLateCharges).Then(OrderSteps.Wait(TimeSpan.FromDays(7))), OrderSteps.Charge(), Charged, New, StateChange, StateChange, ChargeAmount),
        Row("6.9 authorization life: a new authorization replaces it", Scenario.Chargeable.With(DeclineLateCharges).Then(OrderSteps.Wait(TimeSpan.FromDays(8))).Then(OrderSteps.Authorize), OrderSteps.ChargeAndShip(), Charged, Delivered, StateChange, StateChange, ChargeAmount, StateChange),
        Row("10.1 buyer cancels within 15 minutes", Scenario.Reviewing.Then(OrderSteps.Wait(TimeSpan.FromMinutes(15))), OrderSteps.CancelByBuyer, Cancelled, WillNotDeliver, StateChange),
        Row("10.1 buyer cancels during the review", Scenario.Reviewing, OrderSteps.CancelByBuyer, Cancelled, WillNotDeliver, StateChange),
        Row("10.4 chargeback of a part", Scenario.Charged, OrderSteps.Chargeback(15), Charged, New, ChargebackAmount),
        Row("10.4 chargeback of the rest after a refund", Scenario.Charged.Then(OrderSteps.Refund(10)), OrderSteps.Chargeback(40), Charged, New, ChargebackAmount),
        Row("10.4 chargeback of a partly charged order", Scenario.PartlyCharged, OrderSteps.Chargeback(), Chargeable, New, ChargebackAmount),
    ];

    private static IEnumerable<TestCaseData> Refused() =>
    [
        RejectedRow("6.3 charge limit: more than the order", Scenario.Chargeable, OrderSteps.Charge(50.01m), "at most"),
        RejectedRow("6.3 charge limit: more than is left", Scenario.PartlyCharged, OrderSteps.Charge(30.01m), "at most"),
        RejectedRow("6.4 refund limit: more than was charged", Scenario.PartlyCharged, OrderSteps.Refund(20.01m), "at most"),
        RejectedRow("6.4 refund limit: more than is left", Scenario.Charged.Then(OrderSteps.Refund(10)), OrderSteps.Refund(40.01m), "at most"),
        RejectedRow("6.4 refund limit: the amount of a chargeback", Scenario.Charged.Then(OrderSteps.Chargeback(15)), OrderSteps.Refund(35.01m), "at most"),
        RejectedRow("6.5 cancel precondition", Scenario.PartlyCharged, OrderSteps.Cancel, "refunded"),
        RejectedRow("6.6 decimals: a fraction of a cent", Scenario.Chargeable, OrderSteps.WithAmount("charge-order", "USD", 1.005m), "fraction"),
        RejectedRow("6.7 over the limit", Scenario.Chargeable, OrderSteps.WithAmount("charge-order", "USD", 1000), "at most"),
        RejectedRow("6.7 wrong currency", Scenario.Charged, OrderSteps.WithAmount("refund-order", "GBP", 1), "USD"),
        RejectedRow("6.7 zero", Scenario.Charged, OrderSteps.WithAmount("refund-order", "USD", 0), "more than zero"),
        RejectedRow("6.7 negative", Scenario.Chargeable, OrderSteps.WithAmount("charge-order", "USD", -0.01m), "more than zero"),
        RejectedRow("10.1 buyer cancels after 15 minutes", Scenario.Chargeable.Then(OrderSteps.Wait(TimeSpan.FromMinutes(14) + OneSecond)), OrderSteps.CancelByBuyer, "15 minutes"),
        RejectedRow("10.1 buyer cancels digital goods", Scenario.Reviewing.WithItems(Digital), OrderSteps.CancelByBuyer, "digital"),
        RejectedRow("10.1 buyer cancels a charged order", Scenario.Charged, OrderSteps.CancelByBuyer, "refunded"),
        RejectedRow("10.3 buyer enters another card without a declined payment", Scenario.Chargeable, OrderSteps.ReplaceCard(TestCard.NothingMatches), "Chargeable"),
        RejectedRow("10.4 chargeback with nothing charged", Scenario.Chargeable, OrderSteps.Chargeback(), "no money"),
        RejectedRow("10.4 chargeback of more than is left", Scenario.Charged.Then(OrderSteps.Refund(10)), OrderSteps.Chargeback(40.01m), "at most"),
    ];

    [TestCaseSource(nameof(Allowed))]
    public Task Step_Allowed_ChangesOrder(object given, object step, FinancialOrderState financial, FulfillmentOrderState fulfillment, string[] notifications) =>
        OrderTable.AssertAllowedAsync((Scenario)given, (Step)step, financial, fulfillment, notifications);

    [TestCaseSource(nameof(Refused))]
    public Task Step_NotAllowed_IsRejected(object given, object step, string reason) => OrderTable.AssertRejectedAsync((Scenario)given, (Step)step, reason);

    [Test(Description = "6.1, 6.2")]
    public async Task Rows_6_1_And_6_2_OrderTotal_IsItemsPlusAdjustment()
    {
        await using var order = await OrderTable.PrepareAsync(Scenario.Reviewing);

        var summary = await order.GetSummaryAsync();
        var items = summary.ShoppingCart.Items.Select(item => item.UnitPrice * item.Quantity).Aggregate(Money.Add);

        Assert.That(summary.OrderTotal, Is.EqualTo(items + summary.OrderAdjustment!.AdjustmentTotal!.Value));
        Assert.That(summary.OrderAdjustment.AdjustmentTotal, Is.EqualTo(summary.OrderAdjustment.TotalTax!.Value + summary.OrderAdjustment.Shipping!.ShippingCost));
    }

    [Test(Description = "6.7")]
    public async Task Row_6_7_AmountTooHigh_ReturnsErrorWith400()
    {
        await using var order = await OrderTable.PrepareAsync(Scenario.Chargeable);

        await order.CommandAsync(number => new ChargeOrderRequest { GoogleOrderNumber = number, Amount = new Money(51, "USD") });

        Assert.That((order.LastResponse.Status, order.LastResponse.Response.GetType()), Is.EqualTo((HttpStatusCode.BadRequest, typeof(ErrorResponse))));
    }

    [TestCase(7, TestName = "6.8 to 6.10 the first authorization: the whole order, for seven days to the second")]
    [TestCase(3, TestName = "6.8 to 6.10 the first authorization: the whole order, for 72 hours by setting")]
    public async Task Rows_6_8_To_6_10(int days)
    {
        await using var order = await OrderTable.PrepareAsync(Scenario.Chargeable.With(new SandboxRules { AuthorizationLifetime = TimeSpan.FromDays(days) }));

        var notification = (await order.GetNotificationsAsync()).OfType<AuthorizationAmountNotification>().Single();

        Assert.That(notification.AuthorizationAmount, Is.EqualTo(new Money(50.00m, "USD")));
        Assert.That(notification.AuthorizationExpirationDate - notification.Timestamp, Is.EqualTo(TimeSpan.FromDays(days)));
    }

    [Test(Description = "6.11")]
    public async Task Row_6_11_PartialCharge_AuthorizesBalance()
    {
        await using var order = await OrderTable.PrepareAsync(Scenario.PartlyCharged.Then(OrderSteps.Authorize));

        var notification = (AuthorizationAmountNotification)(await order.GetNotificationsAsync())[^1];

        Assert.That(notification.AuthorizationAmount, Is.EqualTo(new Money(30.00m, "USD")));
        Assert.That((await order.GetSummaryAsync()).Authorization!.AuthorizationAmount, Is.EqualTo(new Money(30.00m, "USD")));
    }

    [TestCase(true, TestName = "6.15 digital goods are not covered by the payment guarantee")]
    [TestCase(false, TestName = "6.15 other goods are covered by the payment guarantee")]
    public async Task Row_6_15(bool isDigital)
    {
        await using var order = await OrderTable.PrepareAsync(Scenario.Chargeable.WithItems(item => isDigital ? Digital(item) : item));

        var notification = (await order.GetNotificationsAsync()).OfType<RiskInformationNotification>().Single();

        Assert.That(notification.RiskInformation!.EligibleForProtection, Is.EqualTo(!isDigital));
    }

    [Test(Description = "10.4")]
    public async Task Row_10_4_Chargeback_ReportsLatestAndTotal()
    {
        await using var order = await OrderTable.PrepareAsync(Scenario.Charged.Then(OrderSteps.Chargeback(15)));

        var notification = await order.Sandbox.ChargebackAsync(order.Number);

        Assert.Multiple(() =>
        {
            Assert.That(notification.SerialNumber, Does.EndWith("-4"));
            Assert.That((notification.LatestChargebackAmount, notification.TotalChargebackAmount), Is.EqualTo((new Money(35.00m, "USD"), new Money(50.00m, "USD"))));
            Assert.That(notification.OrderSummary!.TotalChargebackAmount, Is.EqualTo(new Money(50.00m, "USD")));
        });
    }

    [Test(Description = "10")]
    public async Task Actions_UnknownOrder_ThrowWithOrderNumber()
    {
        await using var order = await OrderTable.PrepareAsync(Scenario.Chargeable);
        var sandbox = order.Sandbox;

        Assert.ThrowsAsync<ArgumentException>(() => sandbox.ChargebackAsync("1"));
        Assert.ThrowsAsync<ArgumentException>(() => sandbox.CancelByBuyerAsync("1"));
        Assert.ThrowsAsync<ArgumentException>(() => sandbox.ReplaceCardAsync("1", TestCard.Accepted));
        Assert.ThrowsAsync<ArgumentException>(() => sandbox.CancelByGoogleAsync(order.Number, " "));
        Assert.That(Assert.ThrowsAsync<ArgumentException>(() => sandbox.CancelByGoogleAsync("1", "Suspicious"))!.Message, Does.Contain("no order 1"));
    }

    private static Item Digital(Item item) => item with { DigitalContent = new DigitalContent { Description = "A file", Url = "https://shop.example.com/file" } };

    private static void DeclineLateCharges(CheckoutSandboxOptions options) => options.Rules = new SandboxRules { DeclineLateCharges = true };
}
