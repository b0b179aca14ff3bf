using GoogleCheckout.Notifications;

namespace GoogleCheckout.Xml;

// A notification as a document, and the bytes between tags.
internal sealed partial class PlainNotifications
{
    // The message with the namespace on its root and one space before each attribute, as the copy of a notification has them.
    private byte[]? CreateDocument(string name, ReadOnlySpan<byte> tag, ReadOnlySpan<byte> rest)
    {
        if (tag.Length > MaxNotificationTagLength)
        {
            return null;
        }

        Span<byte> start = stackalloc byte[MaxNotificationTagLength + MaxAddedLength];
        var hasNamespace = false;
        var length = Append(start, 0, tag.Slice(0, 1 + name.Length));
        length = Append(start, length, NamespaceDeclaration);
        for (var rawAttributes = tag.Slice(1 + name.Length, tag.Length - name.Length - 2); ;)
        {
            var attributes = TrimStart(rawAttributes);
            if (attributes.IsEmpty)
            {
                break;
            }

            var quote = attributes.Length == rawAttributes.Length ? -1 : attributes.IndexOf((byte)'"');
            var valueLength = quote < 0 ? -1 : attributes.Slice(quote + 1).IndexOf((byte)'"');
            if (valueLength < 0)
            {
                return null;
            }

            var attribute = attributes.Slice(0, quote + valueLength + 2);
            rawAttributes = attributes.Slice(attribute.Length);
            if (!attribute.StartsWith("xmlns=\""u8))
            {
                start[length++] = (byte)' ';
                length = Append(start, length, attribute);
            }
            else if (hasNamespace || !attribute.SequenceEqual(NamespaceDeclaration.AsSpan(1)))
            {
                return null;
            }
            else
            {
                hasNamespace = true;
            }
        }

        start[length++] = (byte)'>';
        var document = GC.AllocateUninitializedArray<byte>(length + rest.Length);
        start.Slice(0, length).CopyTo(document);
        rest.CopyTo(document.AsSpan(length));
        return document.Length <= maxNotificationBytes ? document : null;
    }

    private static int Append(Span<byte> target, int length, ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(target.Slice(length));
        return length + bytes.Length;
    }

    private Notification? Read(byte[] document)
    {
        try
        {
            if (!PlainReader.TryRead(document, _elements, mustBeCanonical: true) || MessageCodecs.Read(_elements[0]) is not Notification notification)
            {
                return null;
            }

            notification.OriginalXml = document;
            return notification;
        }
        catch (WireFormatException)
        {
            // The XML reader reports it with its place.
            return null;
        }
    }

    // ASCII without what XML could mean.
    private static bool IsPlain(ReadOnlySpan<byte> text)
    {
        foreach (var value in text)
        {
            if (value is not ((byte)'\n' or (byte)'\t' or (>= (byte)' ' and < 0x7F)) or (byte)'&' or (byte)']' or (byte)'>')
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsWhiteSpace(ReadOnlySpan<byte> text) => TrimStart(text).IsEmpty;

    private static ReadOnlySpan<byte> TrimStart(ReadOnlySpan<byte> text)
    {
        var start = 0;
        while (start < text.Length && text[start] is (byte)' ' or (byte)'\n' or (byte)'\t')
        {
            start++;
        }

        return text.Slice(start);
    }
}
