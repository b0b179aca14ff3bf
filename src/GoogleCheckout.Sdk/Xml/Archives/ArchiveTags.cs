using System.Text.RegularExpressions;

namespace GoogleCheckout.Xml;

/// <summary>Finds the tags in bytes that may be XML. Does not check that the bytes are well-formed.</summary>
internal sealed class ArchiveTags
{
    // Longer names, declarations and tags outside of notifications are not looked at.
    private const int MaxNameLength = 128;
    private const int MaxTagLength = 16 * 1024;

    // The declarations are added to each notification.
    private const int MaxNamespaces = 64;
    private const int MaxNamespacesLength = 4 * 1024;

    private static readonly Regex NamespaceDeclaration = new("\\sxmlns:([A-Za-z_][A-Za-z0-9._-]{0,127})\\s*=\\s*(\"[^\"<]*\"|'[^'<]*')", RegexOptions.CultureInvariant);

    private readonly Dictionary<string, string> _namespaces = [];
    private int _namespacesLength;

    // Most tags and declarations of an archive are the same as the ones before.
    private byte[] _nameBytes = [];
    private string _name = string.Empty;
    private byte[] _declaration = [];

    private static ReadOnlySpan<byte> NotificationSuffix => "-notification"u8;

    /// <summary>Where the last tag begins.</summary>
    public int Start { get; private set; }

    /// <summary>The name of the last start or end tag of a notification, with its prefix.</summary>
    public string Name { get; private set; } = string.Empty;

    /// <summary>Whether the last start tag ends with a slash.</summary>
    public bool IsEmptyElement { get; private set; }

    /// <summary>The encoding in the last XML declaration; null if it has none.</summary>
    public string? Encoding { get; private set; }

    /// <summary>Prefixes declared since the last XML declaration, outside of notifications, with their declaration as an attribute.</summary>
    public IReadOnlyDictionary<string, string> Namespaces => _namespaces;

    /// <summary>Finds the next tag.</summary>
    /// <param name="buffer">The bytes.</param>
    /// <param name="next">Where to begin. It is moved behind the tag, or to where to begin again with more bytes.</param>
    /// <param name="end">The end of the bytes.</param>
    /// <param name="isComplete">Whether no more bytes follow.</param>
    /// <param name="isInNotification">Whether the bytes are inside a notification, whose prefixes do not concern others.</param>
    public ArchiveTag Next(byte[] buffer, ref int next, int end, bool isComplete, bool isInNotification)
    {
        while (true)
        {
            var found = Array.IndexOf(buffer, (byte)'<', next, end - next);
            if (found < 0)
            {
                next = end;
                return ArchiveTag.MoreBytesNeeded;
            }

            Start = next = found;
            var length = Math.Min(end - found, MaxTagLength);
            var tag = Read(new ReadOnlySpan<byte>(buffer, found, length), isComplete || length == MaxTagLength, isInNotification, out var read);
            if (tag == ArchiveTag.MoreBytesNeeded)
            {
                return tag;
            }

            next = found + read;
            if (tag != ArchiveTag.Other)
            {
                return tag;
            }
        }
    }

    /// <summary>
    /// Skips the rest of a notification that ends in the bytes, if nothing in it can be another document, another notification, a comment or a
    /// CDATA section. Nearly all are so, and most of their tags need not be looked at.
    /// </summary>
    /// <param name="buffer">The bytes.</param>
    /// <param name="next">Where the start tag ends. It is moved behind the end tag.</param>
    /// <param name="end">The end of the bytes.</param>
    /// <param name="name">The name of the notification, with its prefix.</param>
    public static bool TrySkipToEnd(byte[] buffer, ref int next, int end, string name)
    {
        var bytes = new ReadOnlySpan<byte>(buffer, next, end - next);
        var tagStart = bytes.IndexOf(NotificationSuffix) + NotificationSuffix.Length - name.Length - "</".Length;
        if (tagStart < 0 || !IsEndTag(bytes.Slice(tagStart), name) || MayHaveSections(bytes.Slice(0, tagStart)))
        {
            return false;
        }

        var tag = bytes.Slice(tagStart);
        var length = GetTagLength(tag.Slice(0, Math.Min(tag.Length, MaxTagLength)));
        next += length == 0 ? 0 : tagStart + length;
        return length > 0;
    }

    private static bool IsEndTag(ReadOnlySpan<byte> tag, string name)
    {
        if (!tag.StartsWith("</"u8) || tag.Length <= name.Length + 2 || IsNameByte(tag[name.Length + 2]))
        {
            return false;
        }

        for (var i = 0; i < name.Length; i++)
        {
            if (tag[i + 2] != name[i])
            {
                return false;
            }
        }

        return true;
    }

    // A declaration, a comment or a CDATA section has one of the two characters, which few notifications have.
    private static bool MayHaveSections(ReadOnlySpan<byte> bytes) =>
        bytes.IndexOfAny((byte)'?', (byte)'!') >= 0 && (bytes.IndexOf("<?"u8) >= 0 || bytes.IndexOf("<!"u8) >= 0);

    // A tag of another kind, and one that is not a tag, is behind its first byte: the next one may begin anywhere.
    private ArchiveTag Read(ReadOnlySpan<byte> bytes, bool isComplete, bool isInNotification, out int read)
    {
        read = 1;
        var isEnd = bytes.Length > 1 && bytes[1] == '/';
        var nameStart = isEnd ? 2 : 1;
        var nameLength = GetNameLength(bytes.Slice(Math.Min(nameStart, bytes.Length)));
        if (nameStart + nameLength >= bytes.Length)
        {
            return isComplete ? ArchiveTag.Other : ArchiveTag.MoreBytesNeeded;
        }

        if (nameLength == 0 || nameLength > MaxNameLength)
        {
            return nameLength == 0 && bytes[1] == '?' ? ReadDeclaration(bytes, isComplete, out read) : ArchiveTag.Other;
        }

        var name = bytes.Slice(nameStart, nameLength);
        var isNotification = name.EndsWith(NotificationSuffix);
        var isPrivate = !isNotification && (name.EndsWith("merchant-private-data"u8) || name.EndsWith("merchant-private-item-data"u8));
        if (!isNotification && !isPrivate)
        {
            return isEnd || isInNotification ? ArchiveTag.Other : ReadNamespaces(bytes, isComplete);
        }

        var tagLength = GetTagLength(bytes);
        if (tagLength == 0)
        {
            return isComplete ? ArchiveTag.Other : ArchiveTag.MoreBytesNeeded;
        }

        read = tagLength;
        IsEmptyElement = bytes[tagLength - 1] == '>' && bytes[tagLength - 2] == '/';
        Name = isNotification ? GetName(name) : string.Empty;
        return (isNotification, isEnd) switch
        {
            (true, false) => ArchiveTag.Notification,
            (true, true) => ArchiveTag.NotificationEnd,
            (false, false) => ArchiveTag.PrivateData,
            (false, true) => ArchiveTag.PrivateDataEnd,
        };
    }

    private ArchiveTag ReadDeclaration(ReadOnlySpan<byte> bytes, bool isComplete, out int read)
    {
        read = 1;
        if (bytes.Length < 6 || !bytes.StartsWith("<?xml"u8) || !IsSpace(bytes[5]))
        {
            return bytes.Length < 6 && !isComplete ? ArchiveTag.MoreBytesNeeded : ArchiveTag.Other;
        }

        var length = bytes.IndexOf("?>"u8);
        if (length < 0)
        {
            return isComplete ? ArchiveTag.Other : ArchiveTag.MoreBytesNeeded;
        }

        read = length + 2;
        _namespaces.Clear();
        _namespacesLength = 0;
        if (!bytes.Slice(0, read).SequenceEqual(_declaration))
        {
            _declaration = bytes.Slice(0, read).ToArray();
            Encoding = DocumentEncoding.GetDeclaredName(_declaration);
        }

        return ArchiveTag.Declaration;
    }

    private string GetName(ReadOnlySpan<byte> name)
    {
        if (!name.SequenceEqual(_nameBytes))
        {
            _nameBytes = name.ToArray();
            _name = ToText(name);
        }

        return _name;
    }

    // The prefixes that a list of notifications declares are used by the notifications in it.
    private ArchiveTag ReadNamespaces(ReadOnlySpan<byte> bytes, bool isComplete)
    {
        var length = GetTagLength(bytes);
        if (length == 0 && !isComplete)
        {
            return ArchiveTag.MoreBytesNeeded;
        }

        if (bytes.Slice(0, length).IndexOf("xmlns:"u8) > 0)
        {
            AddNamespaces(ToText(bytes.Slice(0, length)));
        }

        return ArchiveTag.Other;
    }

    private void AddNamespaces(string tag)
    {
        foreach (Match declaration in NamespaceDeclaration.Matches(tag))
        {
            var prefix = declaration.Groups[1].Value;
            var replaced = _namespaces.TryGetValue(prefix, out var earlier) ? earlier.Length : 0;
            var length = _namespacesLength - replaced + declaration.Length;
            if (length <= MaxNamespacesLength && (replaced > 0 || _namespaces.Count < MaxNamespaces))
            {
                _namespaces[prefix] = declaration.Value;
                _namespacesLength = length;
            }
        }
    }

    // A tag without an end ends before the next one. 0 if the bytes end before it.
    private static int GetTagLength(ReadOnlySpan<byte> bytes)
    {
        var quote = (byte)0;
        for (var i = 1; i < bytes.Length; i++)
        {
            var value = bytes[i];
            if (value == '<')
            {
                return i;
            }

            if (quote != 0)
            {
                quote = value == quote ? (byte)0 : quote;
            }
            else if (value == '>')
            {
                return i + 1;
            }
            else if (value is (byte)'"' or (byte)'\'')
            {
                quote = value;
            }
        }

        return 0;
    }

    private static int GetNameLength(ReadOnlySpan<byte> bytes)
    {
        var length = 0;
        while (length < bytes.Length && IsNameByte(bytes[length]))
        {
            length++;
        }

        return length;
    }

    private static bool IsNameByte(byte value) =>
        value is (>= (byte)'a' and <= (byte)'z') or (>= (byte)'A' and <= (byte)'Z') or (>= (byte)'0' and <= (byte)'9')
            or (byte)'-' or (byte)'_' or (byte)'.' or (byte)':';

    private static bool IsSpace(byte value) => value is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n';

    private static string ToText(ReadOnlySpan<byte> bytes) => System.Text.Encoding.ASCII.GetString(bytes.ToArray());
}
