using System.Globalization;
using GoogleCheckout.Notifications;

namespace GoogleCheckout.Sandbox;

/// <summary>An entry of a journal, and what it caused.</summary>
public sealed record SandboxJournalEntry
{
    /// <summary>The number of the line in the file, from 1; null for what follows the last line.</summary>
    public required int? Line { get; init; }

    /// <summary>The time by the sandbox's clock. The first entry has the time of the machine.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The merchant's id; null for an entry that concerns all merchants, for example one of the clock.</summary>
    public string? MerchantId { get; init; }

    /// <summary>The input in words, without the buyer's data, for example <c>ChargeOrderRequest of order 841171949013218: 10.00 USD</c>.</summary>
    public required string Description { get; init; }

    /// <summary>The reason why it was rejected; null if it was applied.</summary>
    public string? Rejection { get; init; }

    /// <summary>The notifications that it caused, after those of events that were due before; empty if there are none.</summary>
    public IReadOnlyList<Notification> Notifications { get; init; } = [];

    /// <summary>Returns the time, the merchant and the description.</summary>
    /// <returns>The entry as a line of text, without the buyer's data.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{At.UtcDateTime:yyyy-MM-dd HH:mm:ss.fff'Z'} {(MerchantId is null ? string.Empty : $"{MerchantId} ")}{Description}{(Rejection is null ? string.Empty : $": rejected: {QuotedText.OfIdentifier(Rejection, QuotedText.LineLength)}")}");
}
