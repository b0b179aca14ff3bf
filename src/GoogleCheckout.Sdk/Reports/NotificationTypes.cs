namespace GoogleCheckout.Reports;

/// <summary>The kinds of notification that a history can be limited to.</summary>
public static class NotificationTypes
{
    /// <summary>A buyer placed an order.</summary>
    public const string NewOrder = "new-order";

    /// <summary>The payment was checked.</summary>
    public const string RiskInformation = "risk-information";

    /// <summary>A state of an order changed.</summary>
    public const string OrderStateChange = "order-state-change";

    /// <summary>Money was put aside.</summary>
    public const string AuthorizationAmount = "authorization-amount";

    /// <summary>Money was charged.</summary>
    public const string ChargeAmount = "charge-amount";

    /// <summary>Money was given back.</summary>
    public const string RefundAmount = "refund-amount";

    /// <summary>Money was taken back by the buyer's bank.</summary>
    public const string ChargebackAmount = "chargeback-amount";
}
