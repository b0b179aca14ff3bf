namespace MerchantStore.Data;

/// <summary>The shop's own status of an order, whatever way it is paid.</summary>
internal enum ShopStatus
{
    New,
    Queued,
    Processed,
    Complete,
    Failed,
    Cancelled,
}
