namespace GoogleCheckout.Sandbox;

/// <summary>What goes wrong with a request, for <see cref="SandboxFaults"/>.</summary>
public sealed record SandboxFault
{
    private SandboxFault(SandboxFaultKind kind) => Kind = kind;

    /// <summary>Status 503 with a page of HTML, as the service answered while it was down. Nothing is carried out.</summary>
    public static SandboxFault Unavailable { get; } = new(SandboxFaultKind.Unavailable);

    /// <summary>The request is carried out, but half of the answer is missing.</summary>
    public static SandboxFault Truncate { get; } = new(SandboxFaultKind.Truncate);

    /// <summary>The connection breaks before the request is carried out.</summary>
    public static SandboxFault DropBefore { get; } = new(SandboxFaultKind.DropBefore);

    /// <summary>The request is carried out, then the connection breaks: the client cannot know.</summary>
    public static SandboxFault DropAfter { get; } = new(SandboxFaultKind.DropAfter);

    internal SandboxFaultKind Kind { get; }

    internal string Reason { get; private init; } = string.Empty;

    internal TimeSpan Time { get; private init; }

    /// <summary>An error with status 400. Nothing is carried out.</summary>
    /// <param name="reason">The error's text.</param>
    /// <exception cref="ArgumentException">There is no reason.</exception>
    public static SandboxFault Refuse(string reason)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        return new SandboxFault(SandboxFaultKind.Refuse) { Reason = reason };
    }

    /// <summary>The request is carried out and answered as ever, but late; not at all where the client gives up before.</summary>
    /// <param name="time">How late, by the machine's clock; not negative, and at most a day.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is no such time.</exception>
    public static SandboxFault Delay(TimeSpan time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(time, TimeSpan.FromDays(1));
        return new SandboxFault(SandboxFaultKind.Delay) { Time = time };
    }

    /// <summary>Such as <c>DropAfter</c>.</summary>
    public override string ToString() => Kind.ToString();
}
