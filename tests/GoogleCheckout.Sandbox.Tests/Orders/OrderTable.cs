using System.Net;
using GoogleCheckout.Notifications;
using GoogleCheckout.Orders;
using NUnit.Framework;

namespace GoogleCheckout.Sandbox.Orders;

/// <summary>Rows of the protocol's tables about orders, each a case that names its section and row, and how a case is run.</summary>
internal static class OrderTable
{
    public const string NewOrder = nameof(NewOrderNotification);
    public const string StateChange = nameof(OrderStateChangeNotification);
    public const string Risk = nameof(RiskInformationNotification);
    public const string AuthorizationAmount = nameof(AuthorizationAmountNotification);
    public const string ChargeAmount = nameof(ChargeAmountNotification);
    public const string RefundAmount = nameof(RefundAmountNotification);
    public const string ChargebackAmount = nameof(ChargebackAmountNotification);

    /// <summary>Something happens: the states it leads to, and what the merchant is told of it.</summary>
    public static TestCaseData Row(string row, Scenario given, Step happens, FinancialOrderState financial, FulfillmentOrderState fulfillment, params string[] told) =>
        new TestCaseData(given, happens, financial, fulfillment, told).SetName(row);

    /// <summary>A command is refused, or something cannot happen; what the refusal says.</summary>
    public static TestCaseData RejectedRow(string row, Scenario given, Step happens, string reason = "") => new TestCaseData(given, happens, reason).SetName(row);

    public static async Task<OrderOnTheWire> PrepareAsync(Scenario scenario)
    {
        var order = await OrderOnTheWire.PlaceAsync(scenario);
        foreach (var step in scenario.Before)
        {
            await step(order);
            Assert.That(order.LastError, Is.Null, "on the way to where the row begins");
        }

        return order;
    }

    public static async Task AssertAllowedAsync(Scenario given, Step happens, FinancialOrderState financial, FulfillmentOrderState fulfillment, string[] told)
    {
        await using var order = await PrepareAsync(given);
        var before = await order.GetNotificationsAsync();

        await happens(order);

        var summary = await order.GetSummaryAsync();
        var after = await order.GetNotificationsAsync();
        Assert.Multiple(() =>
        {
            Assert.That(order.LastError, Is.Null);
            Assert.That((summary.FinancialOrderState, summary.FulfillmentOrderState), Is.EqualTo((financial, fulfillment)));
            Assert.That(after.Skip(before.Count).Select(notification => notification.GetType().Name), Is.EqualTo(told));
            Assert.That(after.SelectMany(new NotificationValidator().Validate), Is.Empty);
            Assert.That(SharedFolder.IsNamed ? after.SelectMany(notification => OfficialSchema.GetErrors(notification.ToXElement())) : [], Is.Empty);
        });
    }

    public static async Task AssertRejectedAsync(Scenario given, Step happens, string reason)
    {
        await using var order = await PrepareAsync(given);
        var before = await DescribeAsync(order);

        string? refusal;
        try
        {
            await happens(order);
            refusal = order.LastError;
            Assert.That(order.LastResponse.Status, Is.EqualTo(HttpStatusCode.BadRequest));
        }
        catch (InvalidOperationException e)
        {
            refusal = e.Message;
        }

        Assert.That(refusal, Is.Not.Empty.And.Contain(reason));
        Assert.That(await DescribeAsync(order), Is.EqualTo(before), "the order is as it was");
    }

    private static async Task<string> DescribeAsync(OrderOnTheWire order) =>
        (await order.GetSummaryAsync()).Text() + (await order.GetNotificationsAsync()).Count;

    private static string Text(this OrderSummary summary) =>
        $"{summary.FinancialOrderState} {summary.FulfillmentOrderState} {summary.TotalChargeAmount} {summary.TotalRefundAmount} {summary.TotalChargebackAmount} {summary.Archived} {summary.MerchantOrderNumber} {summary.Authorization}";
}
