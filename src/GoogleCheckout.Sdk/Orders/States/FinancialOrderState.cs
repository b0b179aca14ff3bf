namespace GoogleCheckout.Orders;

/// <summary>
/// The financial state of an order. The amount that can be charged depends on the order's amounts, not on this state. Schema
/// type <c>FinancialOrderState</c>.
/// </summary>
public enum FinancialOrderState
{
    /// <summary>No state, or a value that the schema does not define.</summary>
    Unknown = 0,

    /// <summary>The order is new. The service checks the risk and authorizes the card.</summary>
    Reviewing,

    /// <summary>The merchant can charge the order. A partially charged order returns to this state.</summary>
    Chargeable,

    /// <summary>A charge is in progress. No command is allowed.</summary>
    Charging,

    /// <summary>The order was charged. A refund does not change this state.</summary>
    Charged,

    /// <summary>The card was declined. The service asks the buyer for another card.</summary>
    PaymentDeclined,

    /// <summary>The merchant canceled the order. This state is final.</summary>
    Cancelled,

    /// <summary>The service canceled the order. This state is final.</summary>
    CancelledByGoogle,
}
