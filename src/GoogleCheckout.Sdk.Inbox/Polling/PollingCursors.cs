using System.Globalization;
using GoogleCheckout.Inbox.Storage;

namespace GoogleCheckout.Inbox.Polling;

/// <summary>Keeps a merchant's position among the tokens of the inbox, with the time a round was begun last, on whatever node.</summary>
internal sealed class PollingCursors(IContinueTokenStore tokens, string merchant)
{
    private const string Name = "pulling";

    /// <summary>What was kept; null before the first round.</summary>
    /// <exception cref="FormatException">It was not written by this class.</exception>
    public async Task<(DateTimeOffset Begun, PollingCursor Position)?> ReadAsync(CancellationToken cancellationToken)
    {
        if (await tokens.ReadAsync(merchant, Name, cancellationToken).ConfigureAwait(false) is not { } kept)
        {
            return null;
        }

        var parts = kept.Split(' ', 3);
        return parts.Length == 3
            ? (TimeOf(parts[0]), new PollingCursor(TimeOf(parts[1]), parts[2].Length == 0 ? null : parts[2]))
            : throw new FormatException($"The position kept under the name '{Name}' in the inbox's table of tokens is none. Delete the row to begin anew.");
    }

    public Task WriteAsync(DateTimeOffset begun, PollingCursor position, CancellationToken cancellationToken) =>
        tokens.WriteAsync(merchant, Name, string.Create(CultureInfo.InvariantCulture, $"{begun:O} {position.Reached:O} {position.Token}"), cancellationToken);

    private static DateTimeOffset TimeOf(string text) => DateTimeOffset.ParseExact(text, "O", CultureInfo.InvariantCulture);
}
