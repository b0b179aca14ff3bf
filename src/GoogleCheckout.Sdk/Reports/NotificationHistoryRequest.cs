namespace GoogleCheckout.Reports;

/// <summary>
/// Asks for notifications once more: one by its serial number, or those of a time or of some orders. Schema type
/// <c>NotificationHistoryRequest</c>.
/// </summary>
public sealed record NotificationHistoryRequest : CheckoutMessage
{
    /// <summary>
    /// Asks for this one notification; all else is then ignored, and the answer is the notification itself.
    /// Wire name: <c>serial-number</c>.
    /// </summary>
    public string? SerialNumber { get; init; }

    /// <summary>Asks for the page after one already had; all else is then ignored. Wire name: <c>next-page-token</c>.</summary>
    public string? NextPageToken { get; init; }

    /// <summary>
    /// The beginning of the time asked for, together with <see cref="EndTime"/>; less than 450 days ago.
    /// Wire name: <c>start-time</c>.
    /// </summary>
    public DateTimeOffset? StartTime { get; init; }

    /// <summary>The end of the time asked for; at least 30 minutes ago. Wire name: <c>end-time</c>.</summary>
    public DateTimeOffset? EndTime { get; init; }

    /// <summary>Only notifications of these orders; at most 16. Wire name: <c>order-numbers/google-order-number</c>.</summary>
    public IReadOnlyList<string> OrderNumbers { get; init; } = [];

    /// <summary>
    /// Only these kinds, such as <see cref="GoogleCheckout.Reports.NotificationTypes.NewOrder"/>; none means all.
    /// Wire name: <c>notification-types/notification-type</c>.
    /// </summary>
    public IReadOnlyList<string> NotificationTypes { get; init; } = [];
}
