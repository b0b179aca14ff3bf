namespace MerchantStore.Data;

/// <summary>What has become of an item, by the commands that Google Checkout accepted. No notification reports it.</summary>
internal enum ShippingState
{
    NotShipped,
    Shipped,
    Backordered,
    Returned,
    Cancelled,
}
