namespace GoogleCheckout.Reports;

/// <summary>
/// Requests past notifications: one by its serial number, or those of a time range or of specified orders. Schema type
/// <c>NotificationHistoryRequest</c>.
/// </summary>
public sealed record NotificationHistoryRequest : CheckoutMessage
{
    /// <summary>
    /// The serial number of the notification to get; null to get several. If set, all other properties are ignored, and the response is the notification itself.
    /// Wire name: <c>serial-number</c>.
    /// </summary>
    public string? SerialNumber { get; init; }

    /// <summary>The token of the page to get, from the previous page; null for the first page. If set, all other properties are ignored. Wire name: <c>next-page-token</c>.</summary>
    public string? NextPageToken { get; init; }

    /// <summary>
    /// The start of the time range, less than 450 days ago; null for no time range. Requires <see cref="EndTime"/>.
    /// Wire name: <c>start-time</c>.
    /// </summary>
    public DateTimeOffset? StartTime { get; init; }

    /// <summary>The end of the time range, at least 30 minutes ago; null for no time range. Wire name: <c>end-time</c>.</summary>
    public DateTimeOffset? EndTime { get; init; }

    /// <summary>The orders whose notifications to get, at most 16; empty for all orders. Wire name: <c>order-numbers/google-order-number</c>.</summary>
    public IReadOnlyList<string> OrderNumbers { get; init; } = [];

    /// <summary>
    /// The kinds of notification to get, for example <see cref="GoogleCheckout.Reports.NotificationTypes.NewOrder"/>; empty for all kinds.
    /// Wire name: <c>notification-types/notification-type</c>.
    /// </summary>
    public IReadOnlyList<string> NotificationTypes { get; init; } = [];
}
