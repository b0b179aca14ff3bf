using System.Globalization;
using GoogleCheckout.Inbox.Storage;

namespace GoogleCheckout.Inbox.Polling;

/// <summary>Stores a merchant's cursor in the inbox's token store, with the time at which a node last polled.</summary>
internal sealed class PollingCursors(IContinueTokenStore tokens, string merchant)
{
    private const string Name = "polling";

    /// <summary>Returns the stored cursor; null before the first round.</summary>
    /// <exception cref="FormatException">The stored value was not written by this class.</exception>
    public async Task<(DateTimeOffset PolledAt, PollingCursor Cursor)?> ReadAsync(CancellationToken cancellationToken)
    {
        if (await tokens.ReadAsync(merchant, Name, cancellationToken).ConfigureAwait(false) is not { } stored)
        {
            return null;
        }

        var parts = stored.Split(' ', 3);
        return parts.Length == 3
            ? (ParseTime(parts[0]), new PollingCursor(ParseTime(parts[1]), parts[2].Length == 0 ? null : parts[2]))
            : throw new FormatException($"The cursor stored as '{Name}' in the inbox's tokens table is invalid. Delete the row to restart polling.");
    }

    public Task WriteAsync(DateTimeOffset polledAt, PollingCursor cursor, CancellationToken cancellationToken) =>
        tokens.WriteAsync(merchant, Name, string.Create(CultureInfo.InvariantCulture, $"{polledAt:O} {cursor.Reached:O} {cursor.Token}"), cancellationToken);

    private static DateTimeOffset ParseTime(string text) => DateTimeOffset.ParseExact(text, "O", CultureInfo.InvariantCulture);
}
