using System.Text.Json.Nodes;

namespace GoogleCheckout.Sandbox.Journal;

/// <summary>A line of a journal: its time, its kind, and the members that the kind has. The others are null and not written.</summary>
internal sealed record JournalLine
{
    /// <summary>The version that this code reads and writes.</summary>
    public const int CurrentVersion = 1;

    public required DateTimeOffset At { get; init; }

    /// <summary>One of <see cref="JournalKinds"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>The merchant's id; null for what all merchants share.</summary>
    public string? Merchant { get; init; }

    /// <summary>The version of the format, in the first line.</summary>
    public int? Version { get; init; }

    /// <summary>The time by which the clock is ahead of the machine's clock, at a start.</summary>
    public TimeSpan? Offset { get; init; }

    /// <summary>The time by which the clock was moved.</summary>
    public TimeSpan? Advance { get; init; }

    /// <summary>The incomplete last line that was removed at a start.</summary>
    public string? Removed { get; init; }

    public JsonObject? Settings { get; init; }

    /// <summary>The numbers that the sandbox assigned.</summary>
    public IReadOnlyList<string>? Numbers { get; init; }

    /// <summary>The id of the cart.</summary>
    public string? Cart { get; init; }

    public bool? Donation { get; init; }

    /// <summary>True for a cart that a browser posted without a signature.</summary>
    public bool? Unsigned { get; init; }

    /// <summary>The order number.</summary>
    public string? Order { get; init; }

    /// <summary>The number of the test card.</summary>
    public string? Card { get; init; }

    /// <summary>The merchant-item-id.</summary>
    public string? Item { get; init; }

    public string? Reason { get; init; }

    public decimal? Amount { get; init; }

    public string? Currency { get; init; }

    public string? SerialNumber { get; init; }

    public int? Attempt { get; init; }

    /// <summary>The number of further deliveries that a fault requests.</summary>
    public long? MoreTimes { get; init; }

    /// <summary>For a delivery that a person sent: whether the notification no longer waits because of it. Null for others.</summary>
    public bool? EndsWaiting { get; init; }

    public int? Status { get; init; }

    public string? Error { get; init; }

    /// <summary>The document, as it was sent.</summary>
    public string? Xml { get; init; }

    /// <summary>Returns the kind only: the line contains the buyer's data.</summary>
    public override string ToString() => Kind;
}
