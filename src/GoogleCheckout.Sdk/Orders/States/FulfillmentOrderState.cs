namespace GoogleCheckout.Orders;

/// <summary>The fulfillment state of an order. Schema type <c>FulfillmentOrderState</c>.</summary>
public enum FulfillmentOrderState
{
    /// <summary>No state, or a value that the schema does not define.</summary>
    Unknown = 0,

    /// <summary>The order was received, and processing has not started.</summary>
    New,

    /// <summary>The merchant is preparing the order.</summary>
    Processing,

    /// <summary>The order was shipped.</summary>
    Delivered,

    /// <summary>The order will not be shipped, because it was canceled.</summary>
    WillNotDeliver,
}
