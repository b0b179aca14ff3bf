using System.Buffers;
using System.Text;
using GoogleCheckout.Notifications;

namespace GoogleCheckout.Xml;

/// <summary>
/// Reads the notifications of a document in the plain form in which the service sent histories, several times faster than an XML reader. It
/// declines at the first byte that it does not know to be plain; an XML reader continues there.
/// </summary>
/// <param name="maxNotificationBytes">The maximum length of a notification.</param>
internal sealed partial class PlainNotifications(int maxNotificationBytes) : IDisposable
{
    private const int ChunkLength = 64 * 1024;
    private const int MaxTagLength = 4 * 1024;
    private const int MaxHeaderLength = 16 * 1024;
    private const int MaxDepth = 16;
    private const int MaxNotificationTagLength = 512;

    // The namespace, and a space before each of the attributes, which have at least four bytes.
    private const int MaxAddedLength = 256;

    private static readonly byte[] NamespaceDeclaration = Encoding.ASCII.GetBytes(PlainReader.NamespaceDeclaration);

    private readonly int _maxLength = Math.Min(maxNotificationBytes, PlainReader.MaxBytes);
    private readonly Stack<string> _open = new();
    private readonly Dictionary<string, byte[]> _endTags = [];
    private readonly WireDocument _elements = new();
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(2 * ChunkLength);
    private int _start;
    private int _end;
    private bool _isComplete;
    private bool _hasStarted;
    private string? _rootName;
    private bool _hasNotification;

    // The bytes that were looked at and not read yet. Before the first notification, an XML reader gets all of the document, so that it can say what is wrong with it.
    private int _scanned;

    // Where the search for the end of a notification continues, from its start tag, when there are more bytes.
    private int _searched;
    private long _offset;
    private int _line = 1;
    private int _column = 1;

    public void Dispose()
    {
        _elements.Dispose();
        if (_buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = [];
        }
    }

    /// <summary>Returns where to write the next bytes of the document.</summary>
    public ArraySegment<byte> GetRoom()
    {
        if (_buffer.Length - _end < ChunkLength)
        {
            var kept = _end - _start;
            var buffer = kept + ChunkLength <= _buffer.Length ? _buffer : ArrayPool<byte>.Shared.Rent(2 * (kept + ChunkLength));
            Buffer.BlockCopy(_buffer, _start, buffer, 0, kept);
            if (buffer != _buffer)
            {
                ArrayPool<byte>.Shared.Return(_buffer);
                _buffer = buffer;
            }

            (_start, _end) = (0, kept);
        }

        return new ArraySegment<byte>(_buffer, _end, _buffer.Length - _end);
    }

    /// <summary>Adds the bytes that were written; none at the end of the document.</summary>
    public void Add(int count)
    {
        _end += count;
        _isComplete |= count == 0;
    }

    /// <summary>Reads the next notification.</summary>
    public PlainStep TryRead(out Notification? notification)
    {
        notification = null;
        while (true)
        {
            if (!_hasStarted)
            {
                if (_end < DocumentEncoding.StartLength && !_isComplete)
                {
                    return PlainStep.MoreBytesNeeded;
                }

                // A byte order mark is no character of the first line.
                _scanned = _end > 0 && _buffer[0] == '<' ? PlainReader.GetContentStart(_buffer.AsSpan(0, _end)) : -1;
                if (_scanned < 0)
                {
                    return PlainStep.Declined;
                }

                _hasStarted = true;
            }

            var bytes = _buffer.AsSpan(_start, _end - _start);
            var gap = bytes.Slice(_scanned);
            gap = gap.IndexOf((byte)'<') is >= 0 and var gapLength ? gap.Slice(0, gapLength) : gap;
            var tag = _scanned + gap.Length;
            var length = tag == bytes.Length ? 0 : bytes.Slice(tag).IndexOf((byte)'>') + 1;
            if (length == 0)
            {
                return !_isComplete ? (bytes.Length - _scanned <= MaxTagLength ? PlainStep.MoreBytesNeeded : PlainStep.Declined)
                    : _rootName is not null && _open.Count == 0 && tag == bytes.Length && IsWhiteSpace(bytes) ? PlainStep.End
                    : PlainStep.Declined;
            }

            if (_open.Count == 0 ? _rootName is not null || !IsWhiteSpace(gap) : !IsPlain(gap))
            {
                return PlainStep.Declined;
            }

            var name = GetName(bytes.Slice(tag, length));
            if (name.EndsWith("-notification", StringComparison.Ordinal) && bytes[tag + 1] != '/')
            {
                return ReadNotification(name, tag, length, out notification);
            }

            if (!(bytes[tag + 1] == '/' ? TryEnd(name) : TryStart(name, bytes.Slice(tag, length))))
            {
                return PlainStep.Declined;
            }

            _scanned = tag + length;
            if (_hasNotification)
            {
                Consume(_scanned);
            }
            else if (_scanned > MaxHeaderLength)
            {
                return PlainStep.Declined;
            }
        }
    }

    /// <summary>Returns the open tags and the bytes that were not read, as a document, with its place in the whole.</summary>
    public DocumentStream CreateRest(Stream inner)
    {
        var tags = new StringBuilder();
        if (_hasNotification)
        {
            // After the root, an empty one takes its place.
            tags.Append('<').Append(_rootName).Append(PlainReader.NamespaceDeclaration).Append(_open.Count == 0 ? "/>" : ">");
            foreach (var name in _open.Reverse().Skip(1))
            {
                tags.Append('<').Append(name).Append('>');
            }
        }

        // The tags take the place of as many characters before the rest, so that what follows has its place.
        var prefix = Encoding.ASCII.GetBytes(tags.ToString());
        byte[] first = [.. prefix, .. _buffer.AsSpan(_start, _end - _start)];
        return new DocumentStream(new PrefixedStream(first, inner), new DocumentOrigin(_offset - prefix.Length, _line, _column - prefix.Length));
    }

    private PlainStep ReadNotification(string name, int tag, int tagLength, out Notification? notification)
    {
        notification = null;
        var bytes = _buffer.AsSpan(_start, _end - _start).Slice(tag);
        if (!_endTags.TryGetValue(name, out var endTag))
        {
            _endTags.Add(name, endTag = Encoding.ASCII.GetBytes($"</{name}>"));
        }

        if (_rootName is null || bytes[tagLength - 2] == '/')
        {
            return PlainStep.Declined;
        }

        var end = bytes.Slice(_searched).IndexOf(endTag);
        if (end < 0)
        {
            _searched = Math.Max(bytes.Length - endTag.Length + 1, 0);
            return _isComplete || bytes.Length > _maxLength ? PlainStep.Declined : PlainStep.MoreBytesNeeded;
        }

        var length = _searched + end + endTag.Length;
        if (length > _maxLength || CreateDocument(name, bytes.Slice(0, tagLength), bytes.Slice(tagLength, length - tagLength)) is not { } document)
        {
            return PlainStep.Declined;
        }

        notification = Read(document);
        if (notification is null)
        {
            return PlainStep.Declined;
        }

        Consume(tag + length);
        _hasNotification = true;
        return PlainStep.Notification;
    }

    private bool TryStart(string name, ReadOnlySpan<byte> tag)
    {
        var isEmpty = tag[tag.Length - 2] == '/';
        var isRoot = _rootName is null;
        if (_open.Count == MaxDepth || name.Length == 0)
        {
            return false;
        }

        // A document of the tag alone shows whether the tag is plain.
        byte[] document = [.. tag.Slice(0, 1 + name.Length), .. isRoot ? [] : NamespaceDeclaration, .. tag.Slice(1 + name.Length, tag.Length - name.Length - (isEmpty ? 3 : 2)), (byte)'/', (byte)'>'];
        using var elements = PlainReader.TryRead(document);
        if (elements is null)
        {
            return false;
        }

        _rootName ??= name;
        if (!isEmpty)
        {
            _open.Push(name);
        }

        return true;
    }

    private bool TryEnd(string name)
    {
        if (_open.Count == 0 || name.Length != _open.Peek().Length + 1 || !name.EndsWith(_open.Peek(), StringComparison.Ordinal))
        {
            return false;
        }

        _open.Pop();
        return true;
    }

    // The name in a tag, with the slash of an end tag. An end tag has nothing else.
    private static string GetName(ReadOnlySpan<byte> tag)
    {
        var content = tag.Slice(1, tag.Length - 2);
        var length = tag[1] == '/' ? content.Length : content.IndexOfAny((byte)' ', (byte)'\n', (byte)'\t');
        length = length < 0 ? content.Length - (content.Length > 0 && content[content.Length - 1] == '/' ? 1 : 0) : length;
        return Encoding.ASCII.GetString(content.Slice(0, Math.Max(length, 0)).ToArray());
    }

    private void Consume(int count)
    {
        ReadOnlySpan<byte> consumed = _buffer.AsSpan(_start, count);
        var lines = consumed.Count((byte)'\n');
        var lineStart = 0;
        if (lines > 0)
        {
            (_line, _column) = (_line + lines, 1);
            lineStart = consumed.LastIndexOf((byte)'\n') + 1;
        }

        _column += Encoding.UTF8.GetCharCount(_buffer, _start + lineStart, count - lineStart);
        _start += count;
        _offset += count;
        (_scanned, _searched) = (0, 0);
    }
}
