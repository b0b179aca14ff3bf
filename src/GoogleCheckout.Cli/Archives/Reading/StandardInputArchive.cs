using System.Runtime.CompilerServices;
using GoogleCheckout.Archives;
using GoogleCheckout.Cli.Commands;
using GoogleCheckout.Xml;

namespace GoogleCheckout.Cli.Archives.Reading;

/// <summary>An archive in a pipe. Its length is not known, and it is read once, from its beginning to its end.</summary>
internal static class StandardInputArchive
{
    private const int StartLength = 4;

    /// <summary>Reads the entries, with the name of the standard input as their file.</summary>
    /// <param name="console">Has the standard input.</param>
    /// <param name="stop">Stops the command.</param>
    /// <exception cref="InvalidInputException">The input is compressed, or cannot be read.</exception>
    public static async IAsyncEnumerable<ArchiveEntry> ReadAsync(ToolConsole console, [EnumeratorCancellation] CancellationToken stop = default)
    {
        var input = console.OpenInput();
        await using (input.ConfigureAwait(false))
        {
            var start = new byte[StartLength];
            var length = await input.ReadAtLeastAsync(start, StartLength, throwOnEndOfStream: false, stop).ConfigureAwait(false);
            RefuseCompressed(start.AsSpan(0, length));
            using var whole = new PrefixedStream(start[..length], input);
            await foreach (var entry in CheckoutXml.ReadArchiveAsync(whole, options: null, stop).ConfigureAwait(false))
            {
                yield return entry with { FilePath = StandardInput.Name };
            }
        }
    }

    private static void RefuseCompressed(ReadOnlySpan<byte> start)
    {
        if (start.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]))
        {
            throw new InvalidInputException($"{StandardInput.Name} is compressed with gzip. Use the path of the file instead, or pipe it through gunzip.");
        }

        if (start.StartsWith("PK\x03\x04"u8))
        {
            throw new InvalidInputException($"{StandardInput.Name} is a zip file. Use the path of the file instead.");
        }
    }
}
