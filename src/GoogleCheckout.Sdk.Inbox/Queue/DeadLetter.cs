namespace GoogleCheckout.Inbox;

/// <summary>A notification of queued mode that could not be handled, and is not tried any more.</summary>
public sealed record DeadLetter
{
    /// <summary>The name the merchant is registered under; empty for the only one of a program.</summary>
    public required string Merchant { get; init; }

    /// <summary>The notification's serial number.</summary>
    public required string SerialNumber { get; init; }

    /// <summary>The order it is about.</summary>
    public required string GoogleOrderNumber { get; init; }

    /// <summary>What kind it is: the name of its type, such as <c>NewOrderNotification</c>; of one unknown to the protocol, that of its root element.</summary>
    public required string Kind { get; init; }

    /// <summary>How often it was tried.</summary>
    public required int Attempts { get; init; }

    /// <summary>
    /// Why it could not be handled: the exception of the last attempt, with its message and where it was thrown, 4,000
    /// characters at most. It is what a handler threw, so it may hold buyer data; keep it out of logs.
    /// </summary>
    public required string Reason { get; init; }

    /// <summary>When it came.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>When it was given up.</summary>
    public required DateTimeOffset DeadLetteredAt { get; init; }

    /// <summary>Its kind, serial number and order; not the reason.</summary>
    public override string ToString() => $"{Kind} {SerialNumber} of order {GoogleOrderNumber}";
}
