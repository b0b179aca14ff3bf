namespace GoogleCheckout.Reports;

/// <summary>Requests the continue token with which polling begins. Schema type <c>NotificationDataTokenRequest</c>.</summary>
public sealed record NotificationDataTokenRequest : CheckoutMessage
{
    /// <summary>The time of the first notification to poll, at least 5 minutes and at most 180 days ago. Wire name: <c>start-time</c>.</summary>
    public required DateTimeOffset StartTime { get; init; }
}
