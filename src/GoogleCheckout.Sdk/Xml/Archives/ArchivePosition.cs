namespace GoogleCheckout.Xml;

/// <summary>A place in an archive.</summary>
/// <param name="Offset">The number of bytes before it.</param>
/// <param name="Line">The 1-based line.</param>
/// <param name="Column">The 1-based character in the line.</param>
internal readonly record struct ArchivePosition(long Offset, int Line, int Column)
{
    public static readonly ArchivePosition Start = new(0, 1, 1);

    /// <summary>Returns the place after some bytes. UTF-16 is counted as it was before it became UTF-8.</summary>
    public ArchivePosition After(byte[] bytes, int start, int count, bool isUtf16)
    {
        var (line, column, units) = (Line, Column, 0L);
        foreach (var value in new ReadOnlySpan<byte>(bytes, start, count))
        {
            if (value == '\n')
            {
                (line, column) = (line + 1, 1);
                units++;
            }
            else if ((value & 0xC0) != 0x80)
            {
                // A character beyond the basic plane has four bytes in UTF-8, and two units in UTF-16.
                var length = value >= 0xF0 ? 2 : 1;
                (column, units) = (column + length, units + length);
            }
        }

        return new ArchivePosition(Offset + (isUtf16 ? 2 * units : count), line, column);
    }

    /// <summary>Returns the place after some bytes, each of which is a character.</summary>
    public ArchivePosition AfterCharacters(ReadOnlySpan<byte> bytes)
    {
        var lines = bytes.Count((byte)'\n');
        var column = lines == 0 ? Column + bytes.Length : bytes.Length - bytes.LastIndexOf((byte)'\n');
        return new ArchivePosition(Offset + bytes.Length, Line + lines, column);
    }
}
