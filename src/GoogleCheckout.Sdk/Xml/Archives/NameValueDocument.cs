using System.Text;

namespace GoogleCheckout.Xml;

/// <summary>
/// Turns a notification that was posted as form fields into the document that it stands for. The name of a field is its path, for example
/// <c>shopping-cart.items.item-1.unit-price.currency</c>: the elements of a list are numbered, and the name of an attribute ends the path.
/// </summary>
internal static class NameValueDocument
{
    /// <summary>The name of the field with the root element.</summary>
    public static ReadOnlySpan<byte> TypeField => "_type="u8;

    /// <summary>Creates the document, on one line and in UTF-8.</summary>
    /// <param name="fields">The fields: <c>name=value&amp;name=value</c>, percent-encoded.</param>
    /// <param name="root">The name of the root element.</param>
    /// <param name="encoding">The encoding of the values.</param>
    /// <exception cref="FormatException">The fields are not those of a notification.</exception>
    public static byte[] Create(ReadOnlySpan<byte> fields, string root, Encoding encoding)
    {
        var element = new NameValueElement(root, WireSchema.Instance.FindRoot(root)?.Content);
        while (!fields.IsEmpty)
        {
            var end = fields.IndexOf((byte)'&');
            Add(element, end < 0 ? fields : fields.Slice(0, end), encoding);
            fields = end < 0 ? default : fields.Slice(end + 1);
        }

        var xml = new StringBuilder();
        element.Write(xml, $" xmlns=\"{ProtocolNamespace.Current.NamespaceName}\"");
        return Encoding.UTF8.GetBytes(xml.ToString());
    }

    private static void Add(NameValueElement element, ReadOnlySpan<byte> field, Encoding encoding)
    {
        if (field.IndexOf((byte)'=') is > 0 and var equals && field[0] != '_')
        {
            element.Add(Decode(field.Slice(0, equals), encoding), Decode(field.Slice(equals + 1), encoding));
        }
    }

    private static string Decode(ReadOnlySpan<byte> text, Encoding encoding)
    {
        var bytes = new byte[text.Length];
        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var isEscape = text[i] == '%' && i + 2 < text.Length && GetDigit(text[i + 1]) >= 0 && GetDigit(text[i + 2]) >= 0;
            bytes[length++] = isEscape ? (byte)((GetDigit(text[i + 1]) << 4) | GetDigit(text[i + 2])) : text[i] == '+' ? (byte)' ' : text[i];
            i += isEscape ? 2 : 0;
        }

        try
        {
            return encoding.GetString(bytes, 0, length);
        }
        catch (DecoderFallbackException)
        {
            throw new FormatException($"the value of a field is not {encoding.WebName}; set {nameof(Archives.ArchiveOptions)}.{nameof(Archives.ArchiveOptions.FallbackEncoding)}");
        }
    }

    private static int GetDigit(byte value) => value switch
    {
        >= (byte)'0' and <= (byte)'9' => value - '0',
        >= (byte)'a' and <= (byte)'f' => value - 'a' + 10,
        >= (byte)'A' and <= (byte)'F' => value - 'A' + 10,
        _ => -1,
    };
}
