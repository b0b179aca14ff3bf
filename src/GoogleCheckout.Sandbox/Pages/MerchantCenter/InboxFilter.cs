namespace GoogleCheckout.Sandbox.Pages.MerchantCenter;

/// <summary>The orders that the inbox shows.</summary>
internal enum InboxFilter
{
    /// <summary>All orders that are not archived.</summary>
    Inbox,

    /// <summary>Orders whose total is not charged in full.</summary>
    Charge,

    /// <summary>Orders that are paid for, or can be, and are not shipped in full.</summary>
    Ship,

    /// <summary>Archived orders.</summary>
    Archived,
}
