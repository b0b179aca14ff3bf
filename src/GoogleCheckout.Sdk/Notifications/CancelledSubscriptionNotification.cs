using GoogleCheckout.Orders;

namespace GoogleCheckout.Notifications;

/// <summary>
/// A subscription will not be charged any more. Histories and polling do not carry this kind. Schema type
/// <c>CancelledSubscriptionNotification</c>.
/// </summary>
public sealed record CancelledSubscriptionNotification : Notification
{
    /// <summary>The items whose subscriptions ended; real messages had none. Wire name: <c>item-ids/item-id</c>.</summary>
    public IReadOnlyList<ItemId> ItemIds { get; init; } = [];

    /// <summary>Why, in words such as the buyer's wish; null where the message did not say. Wire name: <c>reason</c>.</summary>
    public string? Reason { get; init; }
}
