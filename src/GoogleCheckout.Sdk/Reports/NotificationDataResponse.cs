using GoogleCheckout.Notifications;

namespace GoogleCheckout.Reports;

/// <summary>
/// Some of the notifications since the token that was sent, none of them younger than half an hour. Polling acknowledges
/// nothing. Schema type <c>NotificationDataResponse</c>.
/// </summary>
public sealed record NotificationDataResponse : CheckoutMessage
{
    /// <summary>Names this answer.</summary>
    public string? SerialNumber { get; init; }

    /// <summary>The token for the next request; keep it between runs.</summary>
    public string? ContinueToken { get; init; }

    /// <summary>Whether to ask again at once; null where the message did not say.</summary>
    public bool? HasMoreNotifications { get; init; }

    /// <summary>The notifications.</summary>
    public IReadOnlyList<Notification> Notifications { get; init; } = [];
}
