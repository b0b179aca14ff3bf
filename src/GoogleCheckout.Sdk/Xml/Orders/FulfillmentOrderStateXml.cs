using GoogleCheckout.Orders;

namespace GoogleCheckout.Xml.Orders;

internal static class FulfillmentOrderStateXml
{
    public static readonly EnumText<FulfillmentOrderState> States = new(
        (FulfillmentOrderState.New, "NEW"),
        (FulfillmentOrderState.Processing, "PROCESSING"),
        (FulfillmentOrderState.Delivered, "DELIVERED"),
        (FulfillmentOrderState.WillNotDeliver, "WILL_NOT_DELIVER"));
}
