namespace GoogleCheckout.Notifications;

/// <summary>
/// Something in a notification that does not make sense. It tells of amounts, states and order numbers; a buyer's data is
/// not in it, so it may be logged.
/// </summary>
public sealed record NotificationIssue
{
    /// <summary>Where, such as <c>/new-order-notification/order-summary/order-total</c>.</summary>
    public required string Path { get; init; }

    /// <summary>What is wrong there, as the end of a sentence that the path begins.</summary>
    public required string Reason { get; init; }

    /// <summary>Path and reason: one sentence without its full stop.</summary>
    public override string ToString() => $"{Path} {Reason}";
}
