namespace GoogleCheckout.Outbox;

/// <summary>A command of the outbox that could not be executed, or whose outcome could not be handled, and that is not retried automatically.</summary>
public sealed record CommandDeadLetter
{
    /// <summary>Gets the number of the command.</summary>
    public required long Id { get; init; }

    /// <summary>Gets the registered name of the merchant; empty for the only merchant of a program.</summary>
    public required string Merchant { get; init; }

    /// <summary>Gets the number of the order.</summary>
    public required string GoogleOrderNumber { get; init; }

    /// <summary>Gets the merchant's key of the command; null if it has none.</summary>
    public string? Key { get; init; }

    /// <summary>Gets the name of the command's type, for example <c>ChargeOrderRequest</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Gets the number of attempts.</summary>
    public required int Attempts { get; init; }

    /// <summary>Gets whether the service may have executed the command. Look up the order before you act.</summary>
    public required bool OutcomeUnknown { get; init; }

    /// <summary>Gets the exception of the last attempt, with its message and stack trace; at most 4,000 characters. A handler may have thrown it, so it may contain buyer data: do not log it.</summary>
    public required string Reason { get; init; }

    /// <summary>Gets the time when the command was recorded.</summary>
    public required DateTimeOffset EnqueuedAt { get; init; }

    /// <summary>Gets the time when the command became a dead letter.</summary>
    public required DateTimeOffset DeadLetteredAt { get; init; }

    /// <summary>Returns the kind, the number and the order number, without the reason.</summary>
    /// <returns>A summary, for example <c>ChargeOrderRequest 7 of order 841171949013218</c>.</returns>
    public override string ToString() => $"{Kind} {Id} of order {QuotedText.OfIdentifier(GoogleOrderNumber)}";
}
