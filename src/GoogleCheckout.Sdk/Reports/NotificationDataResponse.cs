using GoogleCheckout.Notifications;

namespace GoogleCheckout.Reports;

/// <summary>
/// Some of the notifications since the token that was sent, none of them younger than half an hour. Polling acknowledges
/// nothing. Schema type <c>NotificationDataResponse</c>.
/// </summary>
public sealed record NotificationDataResponse : CheckoutMessage
{
    /// <summary>Names this answer. Wire name: <c>serial-number</c> (attribute).</summary>
    public string? SerialNumber { get; init; }

    /// <summary>The token for the next request; keep it between runs. Wire name: <c>continue-token</c>.</summary>
    public string? ContinueToken { get; init; }

    /// <summary>Whether to ask again at once; null where the message did not say. Wire name: <c>has-more-notifications</c>.</summary>
    public bool? HasMoreNotifications { get; init; }

    /// <summary>The notifications. Wire name: <c>notifications/*</c>.</summary>
    public IReadOnlyList<Notification> Notifications { get; init; } = [];
}
