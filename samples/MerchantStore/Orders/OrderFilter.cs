namespace MerchantStore.Orders;

/// <summary>The orders to list.</summary>
internal enum OrderFilter
{
    /// <summary>All that are not archived; with a text to search for, the archived ones, too.</summary>
    All,

    /// <summary>Authorized, not fully charged, and not on hold.</summary>
    ToCharge,

    /// <summary>Paid, and not shipped.</summary>
    ToShip,

    /// <summary>Left to the owner, who decides whether to charge it.</summary>
    OnHold,

    /// <summary>Possible doubles of an earlier order.</summary>
    Doubles,

    Archived,
}
