using System.Net;
using GoogleCheckout.Notifications;
using GoogleCheckout.Orders;
using NUnit.Framework;

namespace GoogleCheckout.Sandbox.Orders;

/// <summary>Creates and runs test cases for rows of the protocol's tables about orders. Each case is named after its section and row.</summary>
internal static class OrderTable
{
    public const string NewOrder = nameof(NewOrderNotification);
    public const string StateChange = nameof(OrderStateChangeNotification);
    public const string Risk = nameof(RiskInformationNotification);
    public const string AuthorizationAmount = nameof(AuthorizationAmountNotification);
    public const string ChargeAmount = nameof(ChargeAmountNotification);
    public const string RefundAmount = nameof(RefundAmountNotification);
    public const string ChargebackAmount = nameof(ChargebackAmountNotification);

    /// <summary>Creates a case with a step that succeeds, the resulting states, and the notifications.</summary>
    public static TestCaseData Row(string row, Scenario given, Step step, FinancialOrderState financial, FulfillmentOrderState fulfillment, params string[] notifications) =>
        new TestCaseData(given, step, financial, fulfillment, notifications).SetName(row);

    /// <summary>Creates a case with a step that is rejected, and a part of the error message.</summary>
    public static TestCaseData RejectedRow(string row, Scenario given, Step step, string reason = "") => new TestCaseData(given, step, reason).SetName(row);

    public static async Task<OrderOverHttps> PrepareAsync(Scenario scenario)
    {
        var order = await OrderOverHttps.PlaceAsync(scenario);
        foreach (var step in scenario.Before)
        {
            await step(order);
            Assert.That(order.LastError, Is.Null, "The steps before the row must succeed.");
        }

        return order;
    }

    public static async Task AssertAllowedAsync(Scenario given, Step step, FinancialOrderState financial, FulfillmentOrderState fulfillment, string[] notifications)
    {
        await using var order = await PrepareAsync(given);
        var before = await order.GetNotificationsAsync();

        await step(order);

        var summary = await order.GetSummaryAsync();
        var after = await order.GetNotificationsAsync();
        Assert.Multiple(() =>
        {
            Assert.That(order.LastError, Is.Null);
            Assert.That((summary.FinancialOrderState, summary.FulfillmentOrderState), Is.EqualTo((financial, fulfillment)));
            Assert.That(after.Skip(before.Count).Select(notification => notification.GetType().Name), Is.EqualTo(notifications));
            Assert.That(after.SelectMany(new NotificationValidator().Validate), Is.Empty);
            Assert.That(SharedFolder.IsNamed ? after.SelectMany(notification => OfficialSchema.GetErrors(notification.ToXElement())) : [], Is.Empty);
        });
    }

    public static async Task AssertRejectedAsync(Scenario given, Step step, string reason)
    {
        await using var order = await PrepareAsync(given);
        var before = await DescribeAsync(order);

        string? refusal;
        try
        {
            await step(order);
            refusal = order.LastError;
            Assert.That(order.LastResponse.Status, Is.EqualTo(HttpStatusCode.BadRequest));
        }
        catch (InvalidOperationException e)
        {
            refusal = e.Message;
        }

        Assert.That(refusal, Is.Not.Empty.And.Contain(reason));
        Assert.That(await DescribeAsync(order), Is.EqualTo(before), "The order must be unchanged.");
    }

    private static async Task<string> DescribeAsync(OrderOverHttps order) =>
        (await order.GetSummaryAsync()).Text() + (await order.GetNotificationsAsync()).Count;

    private static string Text(this OrderSummary summary) =>
        $"{summary.FinancialOrderState} {summary.FulfillmentOrderState} {summary.TotalChargeAmount} {summary.TotalRefundAmount} {summary.TotalChargebackAmount} {summary.Archived} {summary.MerchantOrderNumber} {summary.Authorization}";
}
