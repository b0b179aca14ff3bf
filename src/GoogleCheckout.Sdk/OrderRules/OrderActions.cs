namespace GoogleCheckout.Orders;

/// <summary>All actions on an order, for example for the buttons of an order page. Each states whether it is allowed and, if not, the reason.</summary>
/// <remarks>In comparisons with <c>==</c> and <c>Equals</c>, lists are compared by reference.</remarks>
public sealed record OrderActions
{
    /// <summary>Charge the order, in full or in part.</summary>
    public required OrderAction Charge { get; init; }

    /// <summary>Charge the order and mark it as shipped in one command.</summary>
    public required OrderAction ChargeAndShip { get; init; }

    /// <summary>Refund the charged amount, in full or in part.</summary>
    public required OrderAction Refund { get; init; }

    /// <summary>Cancel the order permanently.</summary>
    public required OrderAction Cancel { get; init; }

    /// <summary>Request a new authorization for the amount not yet charged.</summary>
    public required OrderAction Authorize { get; init; }

    /// <summary>Mark the order as being prepared.</summary>
    public required OrderAction Process { get; init; }

    /// <summary>Mark the order as shipped.</summary>
    public required OrderAction Deliver { get; init; }

    /// <summary>Ship, back-order, cancel, return or reset single items. The same rules apply to all five commands.</summary>
    public required OrderAction ChangeItems { get; init; }

    /// <summary>Add a carrier and a tracking number.</summary>
    public required OrderAction AddTrackingData { get; init; }

    /// <summary>Send a message to the buyer.</summary>
    public required OrderAction SendBuyerMessage { get; init; }

    /// <summary>Assign the merchant's order number.</summary>
    public required OrderAction AddMerchantOrderNumber { get; init; }

    /// <summary>Archive the order: remove it from the merchant's inbox.</summary>
    public required OrderAction Archive { get; init; }

    /// <summary>Return the order to the merchant's inbox.</summary>
    public required OrderAction Unarchive { get; init; }

    /// <summary>All actions, in the order of the properties.</summary>
    public IReadOnlyList<OrderAction> All =>
    [
        Charge, ChargeAndShip, Refund, Cancel, Authorize, Process, Deliver, ChangeItems,
        AddTrackingData, SendBuyerMessage, AddMerchantOrderNumber, Archive, Unarchive,
    ];
}
