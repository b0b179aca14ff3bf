using GoogleCheckout.Notifications;

namespace GoogleCheckout.Reports;

/// <summary>A page of notifications. Schema type <c>NotificationHistoryResponse</c>.</summary>
public sealed record NotificationHistoryResponse : CheckoutMessage
{
    /// <summary>Names this answer; real ones left it out. Wire name: <c>serial-number</c> (attribute).</summary>
    public string? SerialNumber { get; init; }

    /// <summary>The notifications, oldest first. Wire name: <c>notifications/*</c>.</summary>
    public IReadOnlyList<Notification> Notifications { get; init; } = [];

    /// <summary>Asks for the next page; null on the last. Wire name: <c>next-page-token</c>.</summary>
    public string? NextPageToken { get; init; }

    /// <summary>
    /// Order numbers asked for that the service does not know as this merchant's.
    /// Wire name: <c>invalid-order-numbers/google-order-number</c>.
    /// </summary>
    public IReadOnlyList<string> InvalidOrderNumbers { get; init; } = [];
}
