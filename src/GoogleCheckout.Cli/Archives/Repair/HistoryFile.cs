using System.Text;
using GoogleCheckout.Cli.Commands;
using GoogleCheckout.Notifications;

namespace GoogleCheckout.Cli.Archives.Repair;

/// <summary>
/// Writes a history of notifications that arrive in any order. Their XML waits in a temporary file, and 24 bytes of each in memory.
/// </summary>
internal sealed class HistoryFile : IDisposable
{
    private const int BufferLength = 64 * 1024;

    private static readonly byte[] Start = Encoding.UTF8.GetBytes(
        $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <notification-history-response xmlns="{HistoryParts.Namespace}" serial-number="repaired">
        <notifications>

        """);

    private static readonly byte[] End = "</notifications>\n</notification-history-response>\n"u8.ToArray();

    private readonly PendingFile _file;
    private readonly FileStream _waiting;
    private readonly List<Part> _parts = [];
    private long _time;

    public HistoryFile(string path)
    {
        _file = new PendingFile(path);
        try
        {
            _waiting = new FileStream(path + ".waiting", FileMode.Create, FileAccess.ReadWrite, FileShare.None, BufferLength, FileOptions.DeleteOnClose);
        }
        catch
        {
            _file.Dispose();
            throw;
        }
    }

    public int Count => _parts.Count;

    /// <summary>Adds a notification. One without a time follows the one that was added before it.</summary>
    /// <exception cref="CheckoutException">The notification cannot be written.</exception>
    public void Add(Notification notification)
    {
        var xml = HistoryParts.ToBytes(HistoryParts.Create(notification));
        _time = notification.Timestamp?.UtcTicks ?? _time;
        _parts.Add(new Part(_time, _waiting.Position, xml.Length));
        _waiting.Write(xml);
    }

    /// <summary>Writes the notifications, oldest first; those of the same time as they were added.</summary>
    public void Complete()
    {
        _file.Stream.Write(Start);
        var buffer = new byte[BufferLength];
        foreach (var part in _parts.OrderBy(part => part.Time))
        {
            if (_waiting.Position != part.Offset)
            {
                _waiting.Position = part.Offset;
            }

            Copy(part.Length, buffer);
            _file.Stream.WriteByte((byte)'\n');
        }

        _file.Stream.Write(End);
        _file.Commit();
    }

    public void Dispose()
    {
        _waiting.Dispose();
        _file.Dispose();
    }

    private void Copy(int length, byte[] buffer)
    {
        while (length > 0)
        {
            var count = Math.Min(length, buffer.Length);
            _waiting.ReadExactly(buffer, 0, count);
            _file.Stream.Write(buffer, 0, count);
            length -= count;
        }
    }

    private readonly record struct Part(long Time, long Offset, int Length);
}
