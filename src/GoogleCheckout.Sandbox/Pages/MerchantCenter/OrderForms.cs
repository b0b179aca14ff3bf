using GoogleCheckout.Orders;
using GoogleCheckout.Sandbox.Orders;

namespace GoogleCheckout.Sandbox.Pages.MerchantCenter;

/// <summary>The texts of the forms of the order page.</summary>
internal static class OrderForms
{
    /// <summary>The forms of the whole order, in the order of the page.</summary>
    public static IReadOnlyList<(OrderFormKind Kind, string Title)> OfOrder { get; } =
    [
        (OrderFormKind.Charge, "Charge"),
        (OrderFormKind.Deliver, "Ship the order"),
        (OrderFormKind.ChargeAndShip, "Charge and ship"),
        (OrderFormKind.Message, "Send a message"),
        (OrderFormKind.Refund, "Refund some money"),
        (OrderFormKind.Cancel, "Cancel this order"),
        (OrderFormKind.Process, "Mark as being prepared"),
        (OrderFormKind.Track, "Add a tracking number"),
        (OrderFormKind.Authorize, "Authorize again"),
        (OrderFormKind.Number, "Set the shop's number"),
        (OrderFormKind.Archive, "Archive"),
        (OrderFormKind.Unarchive, "Return to the inbox"),
    ];

    /// <summary>The forms of selected items.</summary>
    public static IReadOnlyList<(OrderFormKind Kind, string Title)> OfItems { get; } =
    [
        (OrderFormKind.ShipItems, "Ship"),
        (OrderFormKind.BackorderItems, "Back-order"),
        (OrderFormKind.ReturnItems, "Return"),
        (OrderFormKind.CancelItems, "Cancel"),
        (OrderFormKind.ResetItems, "Not shipped"),
    ];

    /// <summary>The reasons for a cancellation.</summary>
    public static IReadOnlyList<string> CancelReasons { get; } = ["Buyer requested it", "Item not available", "Cannot ship to this address", "Error in the price or the cart", "Suspected fraud", "Other"];

    /// <summary>Returns the message after a form was executed.</summary>
    public static string GetDoneText(OrderFormKind done, Order order) => done switch
    {
        OrderFormKind.Charge => order.FinancialOrderState switch
        {
            FinancialOrderState.Reviewing => "The charge waits for the end of the review.",
            FinancialOrderState.Charging => "The charge was sent to the bank.",
            FinancialOrderState.PaymentDeclined => "The bank declined the charge.",
            _ => "The order was charged.",
        },
        OrderFormKind.ChargeAndShip => order.FinancialOrderState switch
        {
            FinancialOrderState.Reviewing => "The charge waits for the end of the review. Then the order is marked as shipped.",
            FinancialOrderState.Charging => "The charge was sent to the bank. When it succeeds, the order is marked as shipped.",
            FinancialOrderState.PaymentDeclined => "The bank declined the charge. The order was not marked as shipped.",
            _ => "The order was charged and marked as shipped.",
        },
        OrderFormKind.Deliver => "The order was marked as shipped.",
        OrderFormKind.ShipItems => "The items were marked as shipped.",
        OrderFormKind.BackorderItems => "The items were marked as back-ordered.",
        OrderFormKind.ReturnItems => "The items were marked as returned.",
        OrderFormKind.CancelItems => "The items were canceled.",
        OrderFormKind.ResetItems => "The items were marked as not shipped.",
        OrderFormKind.Track => "The tracking number was added.",
        OrderFormKind.Message => "The message was sent.",
        OrderFormKind.Refund => "The money was refunded.",
        OrderFormKind.Cancel => "The order was canceled.",
        OrderFormKind.Process => "The order was marked as being prepared.",
        OrderFormKind.Authorize => "The authorization was requested.",
        OrderFormKind.Number => "The shop's number was set.",
        OrderFormKind.Archive => "The order was archived.",
        _ => "The order was returned to the inbox.",
    };
}
