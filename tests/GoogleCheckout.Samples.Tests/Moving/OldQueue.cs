// <usings>
using GoogleCheckout.Inbox.Polling;
// </usings>

namespace TeaShop;

/// <summary>Hands the files of the example's file-system queue over to the inbox.</summary>
internal static class OldQueue
{
    public static async Task HandOverAsync(NotificationReplay replay, IEnumerable<string> folders, CancellationToken cancellationToken)
    {
        // <hand-over>
        // The old queue handled the oldest file first, too.
        foreach (var file in folders.SelectMany(folder => Directory.EnumerateFiles(folder, "*--*--*.xml")).OrderBy(File.GetLastWriteTimeUtc))
        {
            await using var notification = File.OpenRead(file);
            var counts = await replay.ReplayAsync(notification, cancellationToken: cancellationToken);
            Console.WriteLine($"{Path.GetFileName(file)}: {counts.Handled} handled, {counts.Duplicates} seen before");
        }
        // </hand-over>
    }
}
