namespace GoogleCheckout.Xml;

/// <summary>A piece of an archive that begins with the start tag of a notification, or has its form fields.</summary>
/// <param name="Xml">The bytes of the piece. They are valid until the scanner is called again.</param>
/// <param name="Name">The name of the start tag, with its prefix, or of the root element that the form fields stand for.</param>
/// <param name="End">How the piece ends.</param>
/// <param name="InnerStart">The position in <paramref name="Xml"/> of the first notification inside private data; -1 if there is none.</param>
/// <param name="Offset">The position of the piece in the archive, in bytes.</param>
/// <param name="Length">The length of the piece in the archive, in bytes.</param>
/// <param name="Line">The 1-based line of the start tag.</param>
/// <param name="Column">The 1-based position of the start tag in its line.</param>
/// <param name="IsAscii">Whether all of its bytes are ASCII.</param>
/// <param name="IsForm">Whether the piece has form fields.</param>
internal readonly record struct ArchiveFragment(
    ReadOnlyMemory<byte> Xml, string Name, ArchiveFragmentEnd End, int InnerStart, long Offset, long Length, int Line, int Column, bool IsAscii, bool IsForm = false);
