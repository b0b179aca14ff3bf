using GoogleCheckout.Notifications;

namespace GoogleCheckout.Reports;

/// <summary>A page of notifications. Schema type <c>NotificationHistoryResponse</c>.</summary>
public sealed record NotificationHistoryResponse : CheckoutMessage
{
    /// <summary>Names this answer; real ones left it out.</summary>
    public string? SerialNumber { get; init; }

    /// <summary>The notifications, oldest first.</summary>
    public IReadOnlyList<Notification> Notifications { get; init; } = [];

    /// <summary>Asks for the next page; null on the last.</summary>
    public string? NextPageToken { get; init; }

    /// <summary>Order numbers asked for that the service does not know as this merchant's.</summary>
    public IReadOnlyList<string> InvalidOrderNumbers { get; init; } = [];
}
