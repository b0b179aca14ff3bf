namespace GoogleCheckout.Outbox;

/// <summary>The result of an attempt to execute a command.</summary>
internal sealed record AttemptResult
{
    /// <summary>The next step of the command.</summary>
    internal enum Step
    {
        /// <summary>The outcome is known: it goes to the handler.</summary>
        End,

        /// <summary>The order waits for something.</summary>
        Postpone,

        /// <summary>The attempt failed.</summary>
        Retry,
    }

    public required Step Next { get; init; }

    public CommandFailure Failure { get; init; }

    public string? Reason { get; init; }

    public Money? AmountMoved { get; init; }

    public Exception? Error { get; init; }

    public static AttemptResult Done(Money? amountMoved) => new() { Next = Step.End, AmountMoved = amountMoved };

    public static AttemptResult Failed(CommandFailure failure, string? reason) => new() { Next = Step.End, Failure = failure, Reason = reason };

    public static AttemptResult Postponed(string reason) => new() { Next = Step.Postpone, Reason = reason };

    public static AttemptResult Retry(Exception error) => new() { Next = Step.Retry, Error = error };
}
