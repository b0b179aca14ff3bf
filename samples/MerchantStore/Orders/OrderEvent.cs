namespace MerchantStore.Orders;

/// <summary>The text that the order's page shows for a notification.</summary>
internal sealed record OrderEvent(DateTimeOffset? HappenedAt, string What);
