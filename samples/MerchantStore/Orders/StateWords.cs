using GoogleCheckout.Orders;

namespace MerchantStore.Orders;

/// <summary>The states as the shop's people read them.</summary>
internal static class StateWords
{
    public static string InWords(this FinancialOrderState state) => state switch
    {
        FinancialOrderState.Reviewing => "under review",
        FinancialOrderState.Chargeable => "ready to charge",
        FinancialOrderState.Charging => "being charged",
        FinancialOrderState.Charged => "charged",
        FinancialOrderState.PaymentDeclined => "payment declined",
        FinancialOrderState.Cancelled => "cancelled",
        FinancialOrderState.CancelledByGoogle => "cancelled by Google",
        _ => "unknown",
    };

    public static string InWords(this FulfillmentOrderState state) => state switch
    {
        FulfillmentOrderState.New => "not shipped",
        FulfillmentOrderState.Processing => "being packed",
        FulfillmentOrderState.Delivered => "shipped",
        FulfillmentOrderState.WillNotDeliver => "will not be shipped",
        _ => "unknown",
    };
}
