using GoogleCheckout.Orders;
using GoogleCheckout.Sandbox.Orders;

namespace GoogleCheckout.Sandbox.Pages.MerchantCenter;

/// <summary>The next action that is expected for an order.</summary>
/// <param name="Text">The next expected action of the merchant, or the reason why there is none.</param>
/// <param name="Action">The action; null if the merchant waits for the service or the buyer, or the order is archived.</param>
internal sealed record NextStep(string Text, OrderFormKind? Action)
{
    public static NextStep Of(Order order) => order switch
    {
        { Archived: true } => new("Archived", null),
        { FinancialOrderState: FinancialOrderState.Reviewing } => new("Under review", null),
        { FinancialOrderState: FinancialOrderState.Charging } => new("Being charged", null),
        { FinancialOrderState: FinancialOrderState.PaymentDeclined } => new("Buyer enters another card", null),
        _ when IsToCharge(order) => new("Charge", OrderFormKind.Charge),
        _ when IsToShip(order) => new("Ship", OrderFormKind.Deliver),
        _ => new("Archive", OrderFormKind.Archive),
    };

    /// <summary>Returns whether the inbox shows the order with the filter.</summary>
    public static bool IsIn(Order order, InboxFilter filter) => filter == InboxFilter.Archived ? order.Archived : !order.Archived && filter switch
    {
        InboxFilter.Charge => IsToCharge(order),
        InboxFilter.Ship => IsToShip(order),
        _ => true,
    };

    // The service charges donations, and nothing is shipped.
    private static bool IsToCharge(Order order) =>
        order is { IsDonation: false, FinancialOrderState: FinancialOrderState.Chargeable or FinancialOrderState.Charged } && order.TotalChargeAmount.Amount < order.OrderTotal.Amount;

    private static bool IsToShip(Order order) => order is
    {
        IsDonation: false,
        FinancialOrderState: FinancialOrderState.Chargeable or FinancialOrderState.Charging or FinancialOrderState.Charged,
        FulfillmentOrderState: FulfillmentOrderState.New or FulfillmentOrderState.Processing,
    };
}
