using System.Xml;

namespace GoogleCheckout.Sandbox;

/// <summary>A fault to inject into a request, for <see cref="SandboxFaults"/>.</summary>
public sealed record SandboxFault
{
    private SandboxFault(SandboxFaultKind kind) => Kind = kind;

    /// <summary>Returns status 503 with an HTML page, as the service did while it was down. The request is not executed.</summary>
    public static SandboxFault Unavailable { get; } = new(SandboxFaultKind.Unavailable);

    /// <summary>Executes the request, but returns only the first half of the response.</summary>
    public static SandboxFault Truncate { get; } = new(SandboxFaultKind.Truncate);

    /// <summary>Drops the connection before the request is executed.</summary>
    public static SandboxFault DropBefore { get; } = new(SandboxFaultKind.DropBefore);

    /// <summary>Drops the connection after the request is executed: the client does not know the outcome.</summary>
    public static SandboxFault DropAfter { get; } = new(SandboxFaultKind.DropAfter);

    internal SandboxFaultKind Kind { get; }

    internal string Reason { get; private init; } = string.Empty;

    internal TimeSpan Time { get; private init; }

    /// <summary>Returns an error response with status 400. The request is not executed.</summary>
    /// <param name="reason">The error message.</param>
    /// <returns>The fault.</returns>
    /// <exception cref="ArgumentException"><paramref name="reason"/> is null, empty or white space, or contains a character that XML does not allow.</exception>
    public static SandboxFault Refuse(string reason)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        XmlCharacters.EnsureValid(reason, nameof(reason));
        return new SandboxFault(SandboxFaultKind.Refuse) { Reason = reason };
    }

    /// <summary>Delays the request. If the client disconnects first, the request is not executed.</summary>
    /// <param name="time">The delay, by the machine's clock; not negative, and at most one day.</param>
    /// <returns>The fault.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="time"/> is negative or longer than one day.</exception>
    public static SandboxFault Delay(TimeSpan time) => new(SandboxFaultKind.Delay) { Time = EnsureValid(time) };

    /// <summary>Drops the connection, and executes the request a time later: the client does not know the outcome, and does not see it at once.</summary>
    /// <param name="time">The time until the request is executed, by the machine's clock; not negative, and at most one day. If the sandbox stops first, the request is not executed.</param>
    /// <returns>The fault.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="time"/> is negative or longer than one day.</exception>
    public static SandboxFault DropDuring(TimeSpan time) => new(SandboxFaultKind.DropDuring) { Time = EnsureValid(time) };

    /// <summary>Returns the name of the fault, with the reason if it has one.</summary>
    /// <returns>For example <c>DropAfter</c>, or <c>Refuse: Too late</c>.</returns>
    public override string ToString() => Reason.Length == 0 ? Kind.ToString() : $"{Kind}: {Reason}";

    /// <summary>Creates the fault of a request for which the test's code for faults failed.</summary>
    internal static SandboxFault FromException(Exception e) =>
        new(SandboxFaultKind.Failed) { Reason = RemoveInvalidCharacters($"A fault could not be applied: {e.GetType().Name}: {e.Message}") };

    private static TimeSpan EnsureValid(TimeSpan time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(time, TimeSpan.FromDays(1));
        return time;
    }

    // The response contains the reason, and some messages quote what XML cannot contain.
    private static string RemoveInvalidCharacters(string text) => string.Concat(text.Select(character => XmlConvert.IsXmlChar(character) ? character : '\uFFFD'));
}
