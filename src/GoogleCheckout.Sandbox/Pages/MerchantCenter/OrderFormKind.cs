namespace GoogleCheckout.Sandbox.Pages.MerchantCenter;

/// <summary>A form of the order page. Each sends one command.</summary>
internal enum OrderFormKind
{
    /// <summary>Charges the order, in full or in part.</summary>
    Charge,

    /// <summary>Charges the order, and marks the whole order as shipped.</summary>
    ChargeAndShip,

    /// <summary>Marks the whole order as shipped.</summary>
    Deliver,

    /// <summary>Marks items as shipped.</summary>
    ShipItems,

    /// <summary>Marks items as back-ordered.</summary>
    BackorderItems,

    /// <summary>Marks items as returned.</summary>
    ReturnItems,

    /// <summary>Cancels items.</summary>
    CancelItems,

    /// <summary>Marks items as not yet shipped.</summary>
    ResetItems,

    /// <summary>Adds the tracking number of a shipment.</summary>
    Track,

    /// <summary>Sends a message to the buyer.</summary>
    Message,

    /// <summary>Refunds money, in full or in part.</summary>
    Refund,

    /// <summary>Cancels the order.</summary>
    Cancel,

    /// <summary>Marks the order as being prepared.</summary>
    Process,

    /// <summary>Requests a new authorization of the card.</summary>
    Authorize,

    /// <summary>Sets the shop's number of the order.</summary>
    Number,

    /// <summary>Archives the order.</summary>
    Archive,

    /// <summary>Returns the order to the inbox.</summary>
    Unarchive,
}
