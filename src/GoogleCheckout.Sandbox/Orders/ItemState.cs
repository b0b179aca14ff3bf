namespace GoogleCheckout.Sandbox.Orders;

/// <summary>The shipping state of one item. No message contains it; the fulfillment state of the order is derived from it.</summary>
internal enum ItemState
{
    NotYetShipped,
    Shipped,
    Backordered,
    Cancelled,
    Returned,
}
