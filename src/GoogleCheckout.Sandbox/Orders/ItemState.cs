namespace GoogleCheckout.Sandbox.Orders;

/// <summary>How far one item is. No message shows it; it decides the state of the order.</summary>
internal enum ItemState
{
    NotYetShipped,
    Shipped,
    Backordered,
    Cancelled,
    Returned,
}
