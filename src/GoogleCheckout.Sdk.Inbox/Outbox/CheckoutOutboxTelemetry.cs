namespace GoogleCheckout.Outbox;

/// <summary>The names of the outbox's metrics and their tags. The instruments belong to the meter <see cref="CheckoutTelemetry.MeterName"/>.</summary>
/// <remarks>The page <c>docs/telemetry.md</c> describes each instrument. The event ids of the log are in <see cref="CheckoutOutboxEventIds"/>.</remarks>
public static class CheckoutOutboxTelemetry
{
    /// <summary>The histogram of the duration of attempts to execute a command, in seconds, the handler included. Its tag <see cref="CheckoutTelemetry.OutcomeTag"/> is <c>done</c>, <c>failed</c>, <c>postponed</c>, <c>retried</c> or <c>dead</c>.</summary>
    public const string AttemptDuration = "googlecheckout.outbox.attempt.duration";

    /// <summary>The gauge of the number of commands that wait.</summary>
    public const string Waiting = "googlecheckout.outbox.waiting";

    /// <summary>The gauge of how long the oldest waiting command has waited, in seconds; postponed commands wait only after they are due again.</summary>
    public const string OldestWait = "googlecheckout.outbox.oldest_wait";

    /// <summary>The gauge of the number of dead letters.</summary>
    public const string DeadLetters = "googlecheckout.outbox.dead_letters";

    /// <summary>The tag with the type of a command, for example <c>ChargeOrderRequest</c>.</summary>
    public const string CommandTag = "googlecheckout.command";
}
