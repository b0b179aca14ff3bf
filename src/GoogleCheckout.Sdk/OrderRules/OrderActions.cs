namespace GoogleCheckout.Orders;

/// <summary>All that might be done with an order, each with whether it is allowed and why not: the buttons of its page.</summary>
/// <remarks>In comparisons with <c>==</c> and <c>Equals</c>, lists are compared by reference.</remarks>
public sealed record OrderActions
{
    /// <summary>Charge a part or the rest.</summary>
    public required OrderAction Charge { get; init; }

    /// <summary>Charge and mark as shipped in one.</summary>
    public required OrderAction ChargeAndShip { get; init; }

    /// <summary>Give back a part or all of what was charged.</summary>
    public required OrderAction Refund { get; init; }

    /// <summary>Cancel the order for good.</summary>
    public required OrderAction Cancel { get; init; }

    /// <summary>Have the bank put aside what is left to charge, once more.</summary>
    public required OrderAction Authorize { get; init; }

    /// <summary>Mark as being prepared.</summary>
    public required OrderAction Process { get; init; }

    /// <summary>Mark as shipped.</summary>
    public required OrderAction Deliver { get; init; }

    /// <summary>Ship, back-order, cancel, return or reset single items: the rules are the same for all five.</summary>
    public required OrderAction ChangeItems { get; init; }

    /// <summary>Name a carrier and a tracking number.</summary>
    public required OrderAction AddTrackingData { get; init; }

    /// <summary>Write to the buyer.</summary>
    public required OrderAction SendBuyerMessage { get; init; }

    /// <summary>Tell the service the shop's own number.</summary>
    public required OrderAction AddMerchantOrderNumber { get; init; }

    /// <summary>Take out of the merchant's inbox.</summary>
    public required OrderAction Archive { get; init; }

    /// <summary>Put back in the merchant's inbox.</summary>
    public required OrderAction Unarchive { get; init; }

    /// <summary>All of them, in the order of the properties.</summary>
    public IReadOnlyList<OrderAction> All =>
    [
        Charge, ChargeAndShip, Refund, Cancel, Authorize, Process, Deliver, ChangeItems,
        AddTrackingData, SendBuyerMessage, AddMerchantOrderNumber, Archive, Unarchive,
    ];
}
