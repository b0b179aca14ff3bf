namespace GoogleCheckout.Reports;

/// <summary>Asks where in the stream of notifications to begin polling. Schema type <c>NotificationDataTokenRequest</c>.</summary>
public sealed record NotificationDataTokenRequest : CheckoutMessage
{
    /// <summary>Notifications from then on; at least five minutes and at most 180 days ago. Wire name: <c>start-time</c>.</summary>
    public required DateTimeOffset StartTime { get; init; }
}
