namespace GoogleCheckout.Inbox;

/// <summary>A notification of queued mode that could not be handled and is not retried automatically.</summary>
public sealed record DeadLetter
{
    /// <summary>Gets the registered name of the merchant; empty for the only merchant of a program.</summary>
    public required string Merchant { get; init; }

    /// <summary>Gets the serial number of the notification.</summary>
    public required string SerialNumber { get; init; }

    /// <summary>Gets the number of the notification's order.</summary>
    public required string GoogleOrderNumber { get; init; }

    /// <summary>Gets the name of the notification's type, for example <c>NewOrderNotification</c>; for an unknown type, the name of the root element.</summary>
    public required string Kind { get; init; }

    /// <summary>Gets the number of attempts to handle the notification.</summary>
    public required int Attempts { get; init; }

    /// <summary>
    /// Gets the exception of the last attempt, with its message and stack trace; at most 4,000 characters. A handler threw it, so
    /// it may contain buyer data: do not log it.
    /// </summary>
    public required string Reason { get; init; }

    /// <summary>Gets the time when the notification was received.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Gets the time when the notification became a dead letter.</summary>
    public required DateTimeOffset DeadLetteredAt { get; init; }

    /// <summary>Returns the kind, serial number and order number, without the reason.</summary>
    /// <returns>A summary, for example <c>NewOrderNotification 123 of order 456</c>.</returns>
    public override string ToString() => $"{Kind} {SerialNumber} of order {GoogleOrderNumber}";
}
