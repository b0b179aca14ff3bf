using GoogleCheckout.Notifications;

namespace GoogleCheckout.Reports;

/// <summary>
/// A page of the notifications that follow the token in the request, all of them at least 30 minutes old. Polling does not
/// acknowledge notifications. Schema type <c>NotificationDataResponse</c>.
/// </summary>
public sealed record NotificationDataResponse : CheckoutMessage
{
    /// <summary>The serial number of the response; null if it is absent or cannot be read. Wire name: <c>serial-number</c> (attribute).</summary>
    public string? SerialNumber { get; init; }

    /// <summary>The token for the next request; null if absent. Store it between runs. Wire name: <c>continue-token</c>.</summary>
    public string? ContinueToken { get; init; }

    /// <summary>Whether more notifications are available now; null if absent. Wire name: <c>has-more-notifications</c>.</summary>
    public bool? HasMoreNotifications { get; init; }

    /// <summary>The notifications; empty if there are none. Wire name: <c>notifications/*</c>.</summary>
    public IReadOnlyList<Notification> Notifications { get; init; } = [];

    /// <summary>The notifications that cannot be read; empty if there are none. A response with one cannot be written. Wire name: <c>notifications/*</c>.</summary>
    public IReadOnlyList<UnreadableNotification> UnreadableNotifications { get; init; } = [];
}
