using GoogleCheckout.Orders;

namespace GoogleCheckout.Sandbox.Pages;

/// <summary>The states of an order in words, with the style of each.</summary>
internal static class LifeText
{
    public static string OfPayment(FinancialOrderState state) => state switch
    {
        FinancialOrderState.Reviewing => "Under review",
        FinancialOrderState.Chargeable => "Chargeable",
        FinancialOrderState.Charging => "Charging",
        FinancialOrderState.Charged => "Charged",
        FinancialOrderState.PaymentDeclined => "Card declined",
        FinancialOrderState.Cancelled => "Canceled",
        FinancialOrderState.CancelledByGoogle => "Canceled by service",
        _ => "Unknown",
    };

    public static string OfDelivery(FulfillmentOrderState state) => state switch
    {
        FulfillmentOrderState.New => "New",
        FulfillmentOrderState.Processing => "Being prepared",
        FulfillmentOrderState.Delivered => "Shipped",
        FulfillmentOrderState.WillNotDeliver => "Not shipped",
        _ => "Unknown",
    };

    /// <summary>Returns the style of the state: good, bad, wait or plain.</summary>
    public static string StyleOf(FinancialOrderState state) => state switch
    {
        FinancialOrderState.Reviewing or FinancialOrderState.Charging => "wait",
        FinancialOrderState.Charged => "good",
        FinancialOrderState.PaymentDeclined or FinancialOrderState.Cancelled or FinancialOrderState.CancelledByGoogle => "bad",
        _ => "plain",
    };

    /// <summary>Returns the style of the state: good, bad, wait or plain.</summary>
    public static string StyleOf(FulfillmentOrderState state) => state switch
    {
        FulfillmentOrderState.Processing => "wait",
        FulfillmentOrderState.Delivered => "good",
        FulfillmentOrderState.WillNotDeliver => "bad",
        _ => "plain",
    };
}
