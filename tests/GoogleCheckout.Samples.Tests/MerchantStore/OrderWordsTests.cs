using GoogleCheckout.Orders;
using MerchantStore.Data;
using MerchantStore.Orders;
using NUnit.Framework;

namespace GoogleCheckout.Samples.MerchantStore;

/// <summary>The next step of an order, and the lines that add up to its total.</summary>
public class OrderWordsTests
{
    private static readonly TestCaseData[] Steps =
    [
        Step("reviewing", FinancialOrderState.Reviewing, null),
        Step("chargeable", FinancialOrderState.Chargeable, "Charge"),
        Step("held", FinancialOrderState.Chargeable, "Charge", order => order.OnHold = true),
        Step("charged in part", FinancialOrderState.Chargeable, "Charge", order => order.Charged = 20),
        Step("charged", FinancialOrderState.Charged, "Ship", order => order.Charged = 57),
        Step("shipped", FinancialOrderState.Charged, "Archive", order => (order.Charged, order.FulfillmentState) = (57, FulfillmentOrderState.Delivered)),
        Step("shipped and not paid", FinancialOrderState.Chargeable, "Charge", order => order.FulfillmentState = FulfillmentOrderState.Delivered),
        Step("refunded", FinancialOrderState.Charged, "Archive", order => (order.Charged, order.Refunded) = (57, 57)),
        Step("declined", FinancialOrderState.PaymentDeclined, "Message"),
        Step("canceled", FinancialOrderState.Cancelled, "Archive"),
        Step("archived", FinancialOrderState.Charged, null, order => (order.Charged, order.Archived) = (57, true)),
    ];

    [TestCaseSource(nameof(Steps))]
    public void NextStep_OfAnOrder_IsTheSensibleOne(object order, string? command) => Assert.That(NextStep.Of((Order)order).Command, Is.EqualTo(command));

    [Test]
    public void NextStep_NotPaid_IsNeverToShip()
    {
        var unpaid = from financial in Enum.GetValues<FinancialOrderState>()
                     from fulfillment in Enum.GetValues<FulfillmentOrderState>()
                     from charged in new decimal[] { 0, 20 }
                     from held in new[] { true, false }
                     select SampleOrders.New(1, financial, order => (order.FulfillmentState, order.Charged, order.OnHold) = (fulfillment, charged, held));

        Assert.That(unpaid.Select(order => NextStep.Of(order).Command), Has.None.EqualTo("Ship"));
    }

    [Test]
    public void Totals_LinesDoNotExplainTheTotal_HaveALineForTheRest()
    {
        var order = SampleOrders.New(1, FinancialOrderState.Charged);
        order.Lines.Add(new OrderLine { OrderNumber = order.Number, Name = "Teapot", Description = string.Empty, UnitPrice = 39.50m, Quantity = 1 });

        Assert.That(OrderTotals.Get(order), Is.EqualTo(new[] { ("Subtotal", new Money(39.50m, "USD")), ("Other", new Money(17.50m, "USD")) }));
    }

    private static TestCaseData Step(string name, FinancialOrderState state, string? command, Action<Order>? set = null) =>
        new TestCaseData(SampleOrders.New(1, state, set), command).SetArgDisplayNames(name);
}
