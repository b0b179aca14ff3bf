using GoogleCheckout.Notifications;

namespace GoogleCheckout.Reports;

/// <summary>A page of notifications. Schema type <c>NotificationHistoryResponse</c>.</summary>
public sealed record NotificationHistoryResponse : CheckoutMessage
{
    /// <summary>The serial number of the response. Null if it is absent, as in real responses, or cannot be read. Wire name: <c>serial-number</c> (attribute).</summary>
    public string? SerialNumber { get; init; }

    /// <summary>The notifications, oldest first; empty if there are none. Wire name: <c>notifications/*</c>.</summary>
    public IReadOnlyList<Notification> Notifications { get; init; } = [];

    /// <summary>The notifications that cannot be read; empty if there are none. A response with one cannot be written. Wire name: <c>notifications/*</c>.</summary>
    public IReadOnlyList<UnreadableNotification> UnreadableNotifications { get; init; } = [];

    /// <summary>The token of the next page; null on the last page. Wire name: <c>next-page-token</c>.</summary>
    public string? NextPageToken { get; init; }

    /// <summary>
    /// The requested order numbers that do not belong to this merchant; empty if there are none.
    /// Wire name: <c>invalid-order-numbers/google-order-number</c>.
    /// </summary>
    public IReadOnlyList<string> InvalidOrderNumbers { get; init; } = [];
}
