using GoogleCheckout.Xml;

namespace GoogleCheckout.Archives;

/// <summary>The bytes of a file, uncompressed, or the reason why they cannot be read.</summary>
/// <param name="filePath">The path of the file, with that of the zip file that contains it.</param>
/// <param name="stream">The bytes; null if the file cannot be opened.</param>
/// <param name="error">Why it cannot be opened; null if it can.</param>
internal sealed class ArchiveContent(string filePath, Stream? stream, Exception? error = null)
{
    private Exception? _error = error;

    public string FilePath => filePath;

    /// <summary>Returns whether the exception says that a file cannot be read.</summary>
    public static bool IsFileError(Exception exception) => exception
        is IOException or InvalidDataException or UnauthorizedAccessException or NotSupportedException or System.Security.SecurityException;

    /// <summary>Reads the next bytes. Returns 0 at the end, and where the file cannot be read any further.</summary>
    public int Read(byte[] buffer)
    {
        try
        {
            return stream?.Read(buffer, 0, buffer.Length) ?? 0;
        }
        catch (Exception e) when (IsFileError(e))
        {
            _error = e;
            return 0;
        }
    }

    /// <summary>Reads the next bytes asynchronously. Returns 0 at the end, and where the file cannot be read any further.</summary>
    public async Task<int> ReadAsync(byte[] buffer, CancellationToken cancellationToken)
    {
        try
        {
            return stream is null ? 0 : await stream.ReadAsync(buffer.AsMemory(), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (IsFileError(e))
        {
            _error = e;
            return 0;
        }
    }

    /// <summary>Returns the entry that says why the file, or the rest of it, cannot be read; null if it was read to its end.</summary>
    /// <param name="position">Where reading stopped.</param>
    public ArchiveEntry? CreateFault(ArchivePosition position) => _error is not { } error ? null : new()
    {
        FilePath = FilePath,
        Offset = position.Offset,
        Length = 0,
        LineNumber = position.Line,
        LinePosition = position.Column,
        RawXml = default,
        Error = new CheckoutXmlException(
            $"{(error is ChecksumException || position.Offset == 0 ? "The file" : "The rest of the file")} {QuotedText.OfIdentifier(FilePath, QuotedText.LineLength)} "
            + $"{(error is ChecksumException ? "is damaged" : "cannot be read")}: {QuotedText.Of(error.Message, QuotedText.LineLength)}",
            error)
        {
            LineNumber = position.Line,
            LinePosition = position.Column,
        },
    };
}
