using GoogleCheckout.Orders;
using MerchantStore.Data;

namespace MerchantStore.Orders;

/// <summary>What the owner does next with an order. An order that is not paid is never to be shipped.</summary>
/// <param name="Command">The form of the order page that is the step; null if there is nothing to do.</param>
/// <param name="Words">The step in words.</param>
internal sealed record NextStep(string? Command, string Words)
{
    public static NextStep Of(Order order) => order switch
    {
        { PaymentMethod: PaymentMethod.Invoice } => new(null, "The buyer pays on invoice. Google Checkout does not know this order."),
        { Archived: true } => new(null, "Nothing. The order is archived."),
        { FinancialState: FinancialOrderState.Reviewing } => new(null, "Wait. Google Checkout reviews the payment."),
        { FinancialState: FinancialOrderState.Charging } => new(null, "Wait. The card is being charged."),
        { FinancialState: FinancialOrderState.PaymentDeclined } => new("Message", "The card was declined. Google Checkout asks the buyer for another one; a message may help."),
        { FinancialState: FinancialOrderState.Cancelled or FinancialOrderState.CancelledByGoogle } => new("Archive", "The order is canceled. Archive it."),
        { OnHold: true } => new("Charge", "The automatic charge left this order to you. Check the reasons below, then charge or cancel it."),
        { Charged: 0 } => new("Charge", "The payment is authorized. Charge it."),
        _ when order.Charged <= order.Refunded + order.ChargedBack => new("Archive", "All money went back to the buyer. Archive the order."),
        _ when order.Charged < order.Total => new("Charge", $"{order.In(order.Charged).InWords()} of {order.In(order.Total).InWords()} is charged. Charge the rest."),
        { FulfillmentState: FulfillmentOrderState.New or FulfillmentOrderState.Processing } => new("Ship", "The order is paid. Ship it."),
        _ => new("Archive", "The order is paid and shipped. Archive it."),
    };
}
