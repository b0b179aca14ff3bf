using System.Diagnostics.CodeAnalysis;
using GoogleCheckout.Notifications;

namespace GoogleCheckout.Archives;

/// <summary>A notification that was found in an archive, or the place of one that cannot be read, or a file that cannot be read.</summary>
/// <remarks>Either <see cref="Notification"/> or <see cref="Error"/> is set. Lists and memory are compared by reference.</remarks>
public sealed record ArchiveEntry
{
    /// <summary>The notification; null if it cannot be read.</summary>
    public Notification? Notification { get; init; }

    /// <summary>Why the notification cannot be read, with the path and the place in the archive; null if it was read.</summary>
    public CheckoutXmlException? Error { get; init; }

    /// <summary>Whether the notification was read.</summary>
    [MemberNotNullWhen(true, nameof(Notification))]
    [MemberNotNullWhen(false, nameof(Error))]
    public bool IsRead => Notification is not null;

    /// <summary>
    /// Whether an earlier entry has the same notification: the same kind and serial number, or the same bytes if it has no serial number.
    /// The service sent a notification again until it was acknowledged.
    /// </summary>
    public bool IsDuplicate { get; init; }

    /// <summary>
    /// The file; null if the archive is a stream. A file in a zip file has the path of both: <c>logs.zip/2009/march.log</c>. The places of
    /// the entry are those in this file, uncompressed.
    /// </summary>
    public string? FilePath { get; init; }

    /// <summary>The position of the entry in the archive, in bytes from the beginning.</summary>
    public required long Offset { get; init; }

    /// <summary>The length of the entry in the archive, in bytes; 0 if the error is that of a file.</summary>
    public required long Length { get; init; }

    /// <summary>The 1-based line on which the entry begins.</summary>
    public required int LineNumber { get; init; }

    /// <summary>The 1-based position in the line at which the entry begins.</summary>
    public required int LinePosition { get; init; }

    /// <summary>
    /// The XML of the entry as it is in the archive, or the form fields of a name/value post; as UTF-8 if the archive is UTF-16. It may
    /// contain the buyer's data.
    /// </summary>
    public required ReadOnlyMemory<byte> RawXml { get; init; }

    /// <summary>Returns the kind and the place of the entry, without the buyer's data.</summary>
    /// <returns>The text.</returns>
    public override string ToString() =>
        $"{(IsRead ? Notification.GetType().Name : "Error")} at {(FilePath is null ? string.Empty : QuotedText.OfIdentifier(FilePath, QuotedText.LineLength) + ", ")}line {LineNumber}, position {LinePosition}{(IsDuplicate ? ", duplicate" : string.Empty)}";
}
