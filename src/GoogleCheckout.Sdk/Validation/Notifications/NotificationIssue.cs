namespace GoogleCheckout.Notifications;

/// <summary>
/// An inconsistency or implausible value in a notification. Contains amounts, states and order numbers, but no buyer data, so it
/// can be logged.
/// </summary>
public sealed record NotificationIssue
{
    /// <summary>The path of the element, for example <c>/new-order-notification/order-summary/order-total</c>.</summary>
    public required string Path { get; init; }

    /// <summary>The error, as the end of a sentence that begins with the path.</summary>
    public required string Reason { get; init; }

    /// <summary>Returns the path and the reason as one sentence without a period.</summary>
    /// <returns>The sentence.</returns>
    public override string ToString() => $"{Path} {Reason}";
}
