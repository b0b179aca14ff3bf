namespace GoogleCheckout.Orders;

/// <summary>
/// Which state can follow which, for what the service tells. Charging takes a moment and so, where orders are charged by
/// themselves, does being chargeable: these two are not always told, and a change may lead past them.
/// </summary>
internal static class OrderTransitions
{
    /// <summary>Whether an order can get from one state to the other; true where one of them is not known.</summary>
    public static bool Exists(FinancialOrderState from, FinancialOrderState to) => from == to || (from, to) switch
    {
        (FinancialOrderState.Unknown, _) or (_, FinancialOrderState.Unknown) => true,
        (FinancialOrderState.Cancelled or FinancialOrderState.CancelledByGoogle, _) => false,
        (_, FinancialOrderState.Reviewing) => false,

        // The service cancels where the risk is too high, or no other card came in time.
        (_, FinancialOrderState.CancelledByGoogle) => from is FinancialOrderState.Reviewing or FinancialOrderState.PaymentDeclined,
        _ => true,
    };

    /// <summary>Whether an order can get from one state to the other; true where one of them is not known.</summary>
    public static bool Exists(FulfillmentOrderState from, FulfillmentOrderState to) => from == to || (from, to) switch
    {
        (FulfillmentOrderState.Unknown, _) or (_, FulfillmentOrderState.Unknown) => true,
        (FulfillmentOrderState.WillNotDeliver, _) => false,
        (_, FulfillmentOrderState.New) => false,
        _ => true,
    };
}
