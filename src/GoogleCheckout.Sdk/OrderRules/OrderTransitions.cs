namespace GoogleCheckout.Orders;

/// <summary>
/// The possible state transitions in notifications. Charging is transient, and so is chargeable if orders are charged
/// automatically: the service does not always report these two states, so a transition may skip them.
/// </summary>
internal static class OrderTransitions
{
    /// <summary>Returns whether an order can change from one state to the other; true if either is unknown.</summary>
    public static bool IsPossible(FinancialOrderState from, FinancialOrderState to) => from == to || (from, to) switch
    {
        (FinancialOrderState.Unknown, _) or (_, FinancialOrderState.Unknown) => true,
        (FinancialOrderState.Cancelled or FinancialOrderState.CancelledByGoogle, _) => false,
        (_, FinancialOrderState.Reviewing) => false,

        // The service cancels an order if the risk is too high, or if the buyer does not enter another card in time.
        (_, FinancialOrderState.CancelledByGoogle) => from is FinancialOrderState.Reviewing or FinancialOrderState.PaymentDeclined,
        _ => true,
    };

    /// <summary>Returns whether an order can change from one state to the other; true if either is unknown.</summary>
    public static bool IsPossible(FulfillmentOrderState from, FulfillmentOrderState to) => from == to || (from, to) switch
    {
        (FulfillmentOrderState.Unknown, _) or (_, FulfillmentOrderState.Unknown) => true,
        (FulfillmentOrderState.WillNotDeliver, _) => false,
        (_, FulfillmentOrderState.New) => false,
        _ => true,
    };
}
