using GoogleCheckout.Orders;
using MerchantStore.Data;

namespace MerchantStore.Orders;

/// <summary>A state on the pages: a color, and the sign of that color, beside the words: nobody needs to see the color.</summary>
/// <param name="Tone">The class of the style sheet.</param>
/// <param name="Words">The state in words.</param>
internal sealed record Badge(string Tone, string Words)
{
    public static Badge Of(FinancialOrderState state) => state switch
    {
        FinancialOrderState.Charged => Good(state.InWords()),
        FinancialOrderState.Chargeable => ToDo(state.InWords()),
        FinancialOrderState.PaymentDeclined or FinancialOrderState.Cancelled or FinancialOrderState.CancelledByGoogle => Bad(state.InWords()),
        _ => Plain(state.InWords()),
    };

    public static Badge Of(FulfillmentOrderState state) => state switch
    {
        FulfillmentOrderState.Delivered => Good(state.InWords()),
        FulfillmentOrderState.Processing => ToDo(state.InWords()),
        FulfillmentOrderState.WillNotDeliver => Bad(state.InWords()),
        _ => Plain(state.InWords()),
    };

    public static Badge Of(ShopStatus status) => status switch
    {
        ShopStatus.Complete or ShopStatus.Processed => Good(status.InWords()),
        ShopStatus.Queued => ToDo(status.InWords()),
        ShopStatus.Failed or ShopStatus.Cancelled => Bad(status.InWords()),
        _ => Plain(status.InWords()),
    };

    public static Badge Of(ShippingState state) => state switch
    {
        ShippingState.Shipped => Good("shipped"),
        ShippingState.Backordered => ToDo("back-ordered"),
        ShippingState.Returned => Bad("returned"),
        ShippingState.Cancelled => Bad("canceled"),
        _ => Plain("not shipped"),
    };

    /// <returns>Null if there is nothing to do.</returns>
    public static Badge? Of(OrderToDo toDo) => toDo switch
    {
        OrderToDo.Decide => ToDo("on hold"),
        OrderToDo.Charge => ToDo("to charge"),
        OrderToDo.Ship => ToDo("to ship"),
        OrderToDo.AskBuyer => ToDo("ask the buyer"),
        _ => null,
    };

    public static Badge Good(string words) => new("good", words);

    public static Badge ToDo(string words) => new("wait", words);

    public static Badge Bad(string words) => new("bad", words);

    public static Badge Plain(string words) => new("plain", words);
}
