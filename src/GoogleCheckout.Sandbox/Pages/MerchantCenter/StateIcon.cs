using GoogleCheckout.Orders;
using GoogleCheckout.Sandbox.Orders;

namespace GoogleCheckout.Sandbox.Pages.MerchantCenter;

/// <summary>A state of an order as a picture in the columns Chrg and Ship of the inbox.</summary>
/// <param name="Text">The state in words; empty if words are beside the picture.</param>
/// <param name="Shape">The shape of the picture.</param>
/// <param name="Kind">The style: good, bad, wait or plain.</param>
internal sealed record StateIcon(string Text, StateIconShape Shape, string Kind)
{
    /// <summary>All pictures of the column Chrg.</summary>
    public static IReadOnlyList<StateIcon> AllOfCharge { get; } =
    [
        new("Under review", StateIconShape.Waiting, "wait"),
        new("Not charged", StateIconShape.Empty, "plain"),
        new("Charging", StateIconShape.Waiting, "good"),
        new("Partially charged", StateIconShape.Half, "good"),
        new("Fully charged", StateIconShape.Full, "good"),
        new("Card declined", StateIconShape.Alert, "bad"),
        new("Canceled", StateIconShape.Crossed, "bad"),
    ];

    /// <summary>All pictures of the column Ship.</summary>
    public static IReadOnlyList<StateIcon> AllOfShipment { get; } =
    [
        new("Under review", StateIconShape.WaitingBox, "wait"),
        new("None shipped", StateIconShape.EmptyBox, "plain"),
        new("Some shipped", StateIconShape.HalfBox, "good"),
        new("All shipped", StateIconShape.FullBox, "good"),
        new("Canceled", StateIconShape.CrossedBox, "bad"),
    ];

    /// <summary>Returns the picture of the charges.</summary>
    public static StateIcon OfCharge(Order order) => Find(AllOfCharge, order.FinancialOrderState switch
    {
        FinancialOrderState.Reviewing => "Under review",
        FinancialOrderState.Charging => "Charging",
        FinancialOrderState.PaymentDeclined => "Card declined",
        FinancialOrderState.Cancelled or FinancialOrderState.CancelledByGoogle => "Canceled",
        _ when order.TotalChargeAmount.Amount >= order.OrderTotal.Amount => "Fully charged",
        _ when order.TotalChargeAmount.Amount > 0 => "Partially charged",
        _ => "Not charged",
    });

    /// <summary>Returns the picture of the shipments.</summary>
    public static StateIcon OfShipment(Order order) => Find(AllOfShipment, order switch
    {
        { FulfillmentOrderState: FulfillmentOrderState.WillNotDeliver } => "Canceled",
        { FulfillmentOrderState: FulfillmentOrderState.Delivered } => "All shipped",
        _ when order.ItemStates.ContainsValue(ItemState.Shipped) => "Some shipped",
        { FinancialOrderState: FinancialOrderState.Reviewing } => "Under review",
        _ => "None shipped",
    });

    private static StateIcon Find(IReadOnlyList<StateIcon> icons, string text) => icons.First(icon => icon.Text == text);
}
