using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace GoogleCheckout.Sandbox.Journal;

/// <summary>
/// A journal in a file: a line for each entry, as JSON. One process has the file at a time. A line is written with one call of the operating system, so
/// that it survives the end of the process; it is not forced to the disk. Thread-safe.
/// </summary>
internal sealed class JournalFile : IDisposable
{
    private const byte LineEnd = (byte)'\n';

    // Markup as a person reads it: a journal is never part of an HTML page.
    private static readonly JournalJson Json = new(new JsonSerializerOptions(JournalJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    private readonly Lock _gate = new();
    private readonly FileStream _file;

    private readonly TimeProvider? _clock;

    private JournalFile(FileStream file, TimeProvider? clock = null) => (_file, _clock) = (file, clock);

    /// <summary>The length of the file, in bytes.</summary>
    public long Length => _file.Length;

    /// <summary>The incomplete last line, which a process that was killed had begun to write; null if the last line is complete, or not read yet.</summary>
    public string? Incomplete { get; private set; }

    /// <summary>Opens a file, or creates it. Read its lines before the first one is appended.</summary>
    /// <exception cref="IOException">The file cannot be opened and written, or another process has it open.</exception>
    public static JournalFile Open(string path, TimeProvider clock) => new(Open(path, FileMode.OpenOrCreate, FileAccess.ReadWrite), clock);

    /// <summary>Opens a file to read it.</summary>
    /// <exception cref="IOException">The file does not exist, cannot be read, or a sandbox has it open.</exception>
    public static JournalFile OpenRead(string path) => new(Open(path, FileMode.Open, FileAccess.Read));

    /// <summary>Reads the lines, with their numbers. If the file can be written, an incomplete last line is then removed from it, and a new file gets its first line.</summary>
    /// <exception cref="InvalidDataException">The file is no journal, or a line of it is damaged.</exception>
    public IEnumerable<(int Number, JournalLine Line)> ReadLines()
    {
        var buffer = new byte[1024 * 1024];
        var (length, number) = (0, 0);
        long complete = 0;
        while (_file.Read(buffer, length, buffer.Length - length) is > 0 and var read)
        {
            length += read;
            var start = 0;
            while (buffer.AsSpan(start, length - start).IndexOf(LineEnd) is >= 0 and var end)
            {
                yield return (++number, Parse(number, buffer.AsSpan(start, end)));
                start += end + 1;
                complete += end + 1;
            }

            buffer.AsSpan(start, length - start).CopyTo(buffer);
            length -= start;
            if (length == buffer.Length)
            {
                Array.Resize(ref buffer, buffer.Length * 2);
            }
        }

        Incomplete = length == 0 ? null : Encoding.UTF8.GetString(buffer, 0, length);
        if (_clock is not null)
        {
            _file.SetLength(complete);
            if (number == 0)
            {
                Append(new JournalLine { At = _clock.GetUtcNow(), Kind = JournalKinds.Header, Version = JournalLine.CurrentVersion });
            }
        }
    }

    /// <summary>Appends a line. The operating system has it when the method returns.</summary>
    /// <exception cref="IOException">The line cannot be written.</exception>
    public void Append(JournalLine line)
    {
        byte[] bytes = [.. JsonSerializer.SerializeToUtf8Bytes(line, Json.JournalLine), LineEnd];
        lock (_gate)
        {
            try
            {
                _file.Write(bytes);
            }
            catch (Exception e) when (e is IOException or ObjectDisposedException)
            {
                throw new IOException($"The journal {_file.Name} cannot be written: {e.Message} The sandbox must be stopped; started again, it is as the journal has it.", e);
            }
        }
    }

    public void Dispose() => _file.Dispose();

    /// <summary>Returns the exception for a line that cannot be used.</summary>
    public InvalidDataException CreateError(int number, string reason, Exception? inner = null) => new(
        $"Line {number} of the journal {_file.Name} cannot be used: {reason.TrimEnd('.')}. Correct the line, or delete it and all lines that follow; or start with another file.", inner);

    private static FileStream Open(string path, FileMode mode, FileAccess access)
    {
        try
        {
            return new FileStream(path, mode, access, FileShare.None, bufferSize: 0);
        }
        catch (Exception e) when (e is UnauthorizedAccessException or FileNotFoundException or DirectoryNotFoundException)
        {
            throw new IOException($"The journal {path} cannot be opened: {e.Message}", e);
        }
        catch (IOException e)
        {
            throw new IOException($"The journal {path} cannot be opened: another sandbox may have it open. Copy the file to read it meanwhile. ({e.Message})", e);
        }
    }

    private JournalLine Parse(int number, ReadOnlySpan<byte> text)
    {
        JournalLine? line = null;
        try
        {
            line = JsonSerializer.Deserialize(text, Json.JournalLine);
        }
        catch (JsonException e)
        {
            // The parser's message can quote the line, which contains the buyer's data.
            throw CreateError(number, string.Create(CultureInfo.InvariantCulture, $"it is not JSON with the members of a journal, near byte {e.BytePositionInLine + 1}"), e);
        }

        return (number, line) switch
        {
            (_, null) => throw CreateError(number, "it is null"),
            (1, { Kind: not JournalKinds.Header }) => throw CreateError(number, "the file is not the journal of a sandbox"),
            (1, { Version: not JournalLine.CurrentVersion }) => throw CreateError(number, $"the journal has version {line.Version}, and this sandbox reads version {JournalLine.CurrentVersion}"),
            _ => line,
        };
    }
}
