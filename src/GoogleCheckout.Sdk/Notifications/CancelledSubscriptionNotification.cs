using GoogleCheckout.Orders;

namespace GoogleCheckout.Notifications;

/// <summary>
/// A subscription was canceled and will not be charged again. Histories and polling do not contain this kind. Schema type
/// <c>CancelledSubscriptionNotification</c>.
/// </summary>
public sealed record CancelledSubscriptionNotification : Notification
{
    /// <summary>The items whose subscriptions were canceled; empty in real messages. Wire name: <c>item-ids/item-id</c>.</summary>
    public IReadOnlyList<ItemId> ItemIds { get; init; } = [];

    /// <summary>The reason as free text; null if absent. Wire name: <c>reason</c>.</summary>
    public string? Reason { get; init; }
}
