using System.Text;

namespace GoogleCheckout.Xml;

/// <summary>Finds notifications that were posted as form fields, between the other lines of a log.</summary>
internal sealed class ArchiveForms
{
    // How much before the name of the root element is looked at: fields may precede it.
    private const int MaxBefore = 16 * 1024;

    private int _searchedEnd;

    /// <summary>The first byte of the fields.</summary>
    public int Start { get; private set; } = -1;

    /// <summary>The byte behind the fields.</summary>
    public int End { get; private set; }

    /// <summary>The name of the root element.</summary>
    public string Name { get; private set; } = string.Empty;

    /// <summary>Whether fields begin, and their end has not been added yet.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>Finds the fields of a notification.</summary>
    /// <param name="buffer">The bytes.</param>
    /// <param name="first">The first byte that belongs to nothing before.</param>
    /// <param name="from">Where to begin.</param>
    /// <param name="to">Where to end.</param>
    /// <param name="isComplete">Whether no more bytes follow, or something else does.</param>
    public bool TryFind(byte[] buffer, int first, int from, int to, bool isComplete)
    {
        while (IsOpen || from < to)
        {
            if (!IsOpen)
            {
                var found = new ReadOnlySpan<byte>(buffer, from, to - from).IndexOf(NameValueDocument.TypeField);
                if (found < 0)
                {
                    return false;
                }

                _searchedEnd = from + found + NameValueDocument.TypeField.Length;
                Start = from + found;
                if (Start > first && buffer[Start - 1] == '&')
                {
                    Start = FindStart(buffer, Math.Max(first, Start - MaxBefore), Start);
                }

                IsOpen = true;
            }

            End = _searchedEnd;
            while (End < to && IsFormByte(buffer[End]))
            {
                End++;
            }

            _searchedEnd = End;
            if (End == to && !isComplete)
            {
                return false;
            }

            IsOpen = false;
            if (FindName(new ReadOnlySpan<byte>(buffer, Start, End - Start)) is { } name)
            {
                Name = name;
                return true;
            }

            from = End;
        }

        return false;
    }

    /// <summary>Returns where the bytes begin that may be fields and are not complete.</summary>
    public int GetKept(byte[] buffer, int first, int to) => IsOpen ? Start : FindStart(buffer, Math.Max(first, to - MaxBefore), to);

    /// <summary>Follows the bytes to another place of the buffer.</summary>
    public void Move(int distance) => (Start, _searchedEnd) = (Start + distance, _searchedEnd + distance);

    /// <summary>Forgets the fields that have no end.</summary>
    public void Close() => IsOpen = false;

    private static int FindStart(byte[] buffer, int first, int type)
    {
        var start = type;
        while (start > first && IsFormByte(buffer[start - 1]) && buffer[start - 1] != '?')
        {
            start--;
        }

        return start;
    }

    private static string? FindName(ReadOnlySpan<byte> fields)
    {
        var value = fields.Slice(fields.IndexOf(NameValueDocument.TypeField) + NameValueDocument.TypeField.Length);
        var end = value.IndexOf((byte)'&');
        value = end < 0 ? value : value.Slice(0, end);
        return end >= 0 && value.Length <= 128 && value.EndsWith("-notification"u8) && IsName(value) ? Encoding.ASCII.GetString(value.ToArray()) : null;
    }

    private static bool IsName(ReadOnlySpan<byte> name)
    {
        foreach (var value in name)
        {
            if (value is not (>= (byte)'a' and <= (byte)'z' or (byte)'-'))
            {
                return false;
            }
        }

        return name[0] != '-';
    }

    // The characters of a percent-encoded form. The quotes and spaces of a log end it.
    private static bool IsFormByte(byte value) => value is > (byte)' ' and < 0x7F and not ((byte)'<' or (byte)'>' or (byte)'"' or (byte)'\'');
}
