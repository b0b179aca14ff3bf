namespace GoogleCheckout.Reports;

/// <summary>The kinds of notification by which a history can be filtered.</summary>
public static class NotificationTypes
{
    /// <summary>A buyer placed an order.</summary>
    public const string NewOrder = "new-order";

    /// <summary>The service checked the payment.</summary>
    public const string RiskInformation = "risk-information";

    /// <summary>A state of an order changed.</summary>
    public const string OrderStateChange = "order-state-change";

    /// <summary>An amount was authorized.</summary>
    public const string AuthorizationAmount = "authorization-amount";

    /// <summary>An amount was charged.</summary>
    public const string ChargeAmount = "charge-amount";

    /// <summary>An amount was refunded.</summary>
    public const string RefundAmount = "refund-amount";

    /// <summary>The buyer's bank charged an amount back.</summary>
    public const string ChargebackAmount = "chargeback-amount";
}
