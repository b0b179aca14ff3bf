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
    public static TestCaseData Refusal(string row, Scenario given, Step happens, string reason = "") => new TestCaseData(given, happens, reason).SetName(row);

    public static async Task<OrderOnTheWire> BringAsync(Scenario scenario)
    {
        var order = await OrderOnTheWire.PlaceAsync(scenario);
        foreach (var step in scenario.Before)
        {
            await step(order);
            Assert.That(order.Refusal, Is.Null, "on the way to where the row begins");
        }

        return order;
    }

    public static async Task HappensAsync(Scenario given, Step happens, FinancialOrderState financial, FulfillmentOrderState fulfillment, string[] told)
    {
        await using var order = await BringAsync(given);
        var before = await order.ToldAsync();

        await happens(order);

        var summary = await order.SummaryAsync();
        var after = await order.ToldAsync();
        Assert.Multiple(() =>
        {
            Assert.That(order.Refusal, Is.Null);
            Assert.That((summary.FinancialOrderState, summary.FulfillmentOrderState), Is.EqualTo((financial, fulfillment)));
            Assert.That(after.Skip(before.Count).Select(notification => notification.GetType().Name), Is.EqualTo(told));
            Assert.That(after.SelectMany(new NotificationValidator().Validate), Is.Empty);
            Assert.That(SharedFolder.IsNamed ? after.SelectMany(notification => OfficialSchema.GetErrors(notification.ToXElement())) : [], Is.Empty);
        });
    }

    public static async Task IsRefusedAsync(Scenario given, Step happens, string reason)
    {
        await using var order = await BringAsync(given);
        var before = await StandingAsync(order);

        string? refusal;
        try
        {
            await happens(order);
            refusal = order.Refusal;
            Assert.That(order.Last.Status, Is.EqualTo(HttpStatusCode.BadRequest));
        }
        catch (InvalidOperationException e)
        {
            refusal = e.Message;
        }

        Assert.That(refusal, Is.Not.Empty.And.Contain(reason));
        Assert.That(await StandingAsync(order), Is.EqualTo(before), "the order is as it was");
    }

    private static async Task<string> StandingAsync(OrderOnTheWire order) =>
        (await order.SummaryAsync()).Text() + (await order.ToldAsync()).Count;

    private static string Text(this OrderSummary summary) =>
        $"{summary.FinancialOrderState} {summary.FulfillmentOrderState} {summary.TotalChargeAmount} {summary.TotalRefundAmount} {summary.TotalChargebackAmount} {summary.Archived} {summary.MerchantOrderNumber} {summary.Authorization}";
}
