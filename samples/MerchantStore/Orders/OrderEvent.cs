namespace MerchantStore.Orders;

/// <summary>What a notification told, in the words of the shop.</summary>
internal sealed record OrderEvent(DateTimeOffset? HappenedAt, string What);
