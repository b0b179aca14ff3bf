using GoogleCheckout.Orders;
using GoogleCheckout.Sandbox.Orders;

namespace GoogleCheckout.Sandbox.Pages;

/// <summary>A state of an order in words, with a color and a shape.</summary>
/// <param name="Text">The words, after a character as shape.</param>
/// <param name="Kind">The style: good, bad, wait or plain.</param>
internal sealed record StateBadge(string Text, string Kind)
{
    /// <summary>Returns the badge of the payment, as a buyer reads it.</summary>
    public static StateBadge OfPayment(OrderSummary order) => order.FinancialOrderState switch
    {
        FinancialOrderState.Reviewing => new("◔ Under review", "wait"),
        FinancialOrderState.Chargeable or FinancialOrderState.Charged when IsPartlyCharged(order) => new("◑ Partly charged", "good"),
        FinancialOrderState.Chargeable => new("○ Not charged yet", "plain"),
        FinancialOrderState.Charging => new("◔ Charging", "wait"),
        FinancialOrderState.Charged => new("● Charged", "good"),
        FinancialOrderState.PaymentDeclined => new("✕ Card declined", "bad"),
        FinancialOrderState.Cancelled or FinancialOrderState.CancelledByGoogle => new("✕ Canceled", "bad"),
        _ => new("○ Unknown", "plain"),
    };

    /// <summary>Returns the badge of the delivery.</summary>
    public static StateBadge OfDelivery(OrderSummary order) => order.FulfillmentOrderState switch
    {
        FulfillmentOrderState.New => new("○ Not shipped", "plain"),
        FulfillmentOrderState.Processing => new("◔ Being prepared", "wait"),
        FulfillmentOrderState.Delivered => new("● Shipped", "good"),
        FulfillmentOrderState.WillNotDeliver => new("✕ Will not be shipped", "bad"),
        _ => new("○ Unknown", "plain"),
    };

    /// <summary>Returns the badge of an item.</summary>
    public static StateBadge OfItem(ItemState state) => state switch
    {
        ItemState.Shipped => new("● Shipped", "good"),
        ItemState.Backordered => new("◔ Back-ordered", "wait"),
        ItemState.Cancelled => new("✕ Canceled", "bad"),
        ItemState.Returned => new("↩ Returned", "bad"),
        _ => new("○ Not shipped", "plain"),
    };

    private static bool IsPartlyCharged(OrderSummary order) => order.TotalChargeAmount.Amount > 0 && order.TotalChargeAmount.Amount < order.OrderTotal.Amount;
}
