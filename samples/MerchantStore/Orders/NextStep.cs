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
        { IsUnknownToGoogle: true } => new(null, "Nothing. Google Checkout does not know this order."),
        { Archived: true } => new(null, "Nothing. The order is archived."),
        { FinancialState: FinancialOrderState.Unknown } => new(null, "Update the order from Google Checkout. Its state is not known."),
        { FinancialState: FinancialOrderState.Reviewing } => new(null, "Wait. Google Checkout reviews the payment."),
        { FinancialState: FinancialOrderState.Charging } => new(null, "Wait. The card is being charged."),
        { FinancialState: FinancialOrderState.Cancelled or FinancialOrderState.CancelledByGoogle } => new("Archive", "The order is canceled. Archive it."),
        { ToDo: OrderToDo.Decide } => new("Charge", "The order is on hold. Check the reason below, then charge or cancel it."),
        { ToDo: OrderToDo.AskBuyer } => new("Message", "The card was declined. Google Checkout asks the buyer for another one; a message may help."),
        { ToDo: OrderToDo.Charge, Charged: 0 } => new("Charge", "The payment is authorized. Charge it."),
        { ToDo: OrderToDo.Charge } => new("Charge", $"{order.In(order.Charged).InWords()} of {order.In(order.Total).InWords()} is charged. Charge the rest."),
        { ToDo: OrderToDo.Ship } => new("Ship", "The order is paid. Ship it."),
        { IsPaidBack: true } => new("Archive", "All money went back to the buyer. Archive the order."),
        _ => new("Archive", "The order is paid and shipped. Archive it."),
    };
}
