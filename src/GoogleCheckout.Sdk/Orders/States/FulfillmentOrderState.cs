namespace GoogleCheckout.Orders;

/// <summary>Where an order stands with its delivery. Schema type <c>FulfillmentOrderState</c>.</summary>
public enum FulfillmentOrderState
{
    /// <summary>No state, or a word the schema does not have.</summary>
    Unknown = 0,

    /// <summary>Received and untouched.</summary>
    New,

    /// <summary>Being prepared.</summary>
    Processing,

    /// <summary>Shipped.</summary>
    Delivered,

    /// <summary>Not to be shipped: the order was cancelled.</summary>
    WillNotDeliver,
}
