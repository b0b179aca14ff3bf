namespace GoogleCheckout.Sandbox;

/// <summary>Data of the <see cref="CheckoutSandbox.DueEventFailed"/> event.</summary>
public sealed class SandboxFailureEventArgs : EventArgs
{
    /// <summary>Creates the data of an event.</summary>
    /// <param name="dueAt">The time at which the event was due.</param>
    /// <param name="googleOrderNumber">The number of the order; null if the failure is not that of one order.</param>
    /// <param name="eventName">The event that failed; null if the failure is not that of one event.</param>
    /// <param name="exception">The exception.</param>
    /// <exception cref="ArgumentNullException"><paramref name="exception"/> is null.</exception>
    public SandboxFailureEventArgs(DateTimeOffset dueAt, string? googleOrderNumber, string? eventName, Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        (DueAt, GoogleOrderNumber, EventName, Exception) = (dueAt, googleOrderNumber, eventName, exception);
    }

    /// <summary>The time at which the event was due.</summary>
    public DateTimeOffset DueAt { get; }

    /// <summary>The number of the order, which is as it was before the event; null if the failure is not that of one order.</summary>
    public string? GoogleOrderNumber { get; }

    /// <summary>The event that failed, for example <c>CaptureSucceeded</c>; null if the failure is not that of one event.</summary>
    public string? EventName { get; }

    /// <summary>The exception. It may contain the buyer's data.</summary>
    public Exception Exception { get; }

    /// <summary>Returns the event, the order and the type of the exception, without the buyer's data.</summary>
    /// <returns>For example <c>CaptureSucceeded of order 841171949013218 failed: OverflowException</c>.</returns>
    public override string ToString() => QuotedText.OfIdentifier(
        $"{EventName ?? "A due event"} of order {GoogleOrderNumber ?? "(unknown)"} failed: {Exception.GetType().Name}", QuotedText.LineLength);
}
