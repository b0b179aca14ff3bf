namespace GoogleCheckout.Orders;

/// <summary>
/// Where an order stands with its money. How much may be charged follows from the amounts, not from the state. Schema
/// type <c>FinancialOrderState</c>.
/// </summary>
public enum FinancialOrderState
{
    /// <summary>No state, or a word the schema does not have.</summary>
    Unknown = 0,

    /// <summary>New: the service checks the risk and authorizes the card.</summary>
    Reviewing,

    /// <summary>The merchant may charge. A partly charged order is in this state again.</summary>
    Chargeable,

    /// <summary>A charge is being made; no command is allowed.</summary>
    Charging,

    /// <summary>Charged; it stays so when it is refunded.</summary>
    Charged,

    /// <summary>The card was declined, and the service asks the buyer for another.</summary>
    PaymentDeclined,

    /// <summary>Cancelled by the merchant, for good.</summary>
    Cancelled,

    /// <summary>Cancelled by the service, for good.</summary>
    CancelledByGoogle,
}
