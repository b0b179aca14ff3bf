using System.Text;
using GoogleCheckout.Xml;

namespace GoogleCheckout.Fuzzing.Documents;

/// <summary>Changes a document at random: bytes, markup, names, values, whole parts, and its encoding.</summary>
internal static class DocumentMutator
{
    private const int MaxRepetitions = 300;

    private static readonly byte[][] Fragments = ToBytes(
        "<", ">", "&", "\"", "'", "/>", "</", "]]>", "<![CDATA[", "<!--", "-->", "<?x ", "?>", "<!DOCTYPE a [<!ENTITY e 'e'>]>", "&e;", "&#0;", "&#1;", "&#xD800;", "&#x110000;", "\0", "\u0001", "\u001B[31m", "\uFFFE", "\uFFFF",
        "xmlns=''", " xmlns:a='b'", " a:b='c'", "<item/>", "</item>", "<a>", "</a>", "<items>", "</items>", "<merchant-private-data>", "</merchant-private-data>", "<?xml version=\"1.0\" encoding=\"UTF-16\"?>", "<?xml version=\"1.0\u00E9\"?>",
        "<?xml version=\"1.1\"?>", " standalone=\"yes\"", " encoding=\"windows-1252\"", "\uFEFF", "-", " ", "\r", "\n");

    // Well-formed where text may stand, so that the document is read to its end.
    private static readonly byte[][] Contents = ToBytes(
        "", " ", "\n", "\r\n", "\t", "&amp;", "&lt;", "&#13;", "&#x10FFFF;", "<![CDATA[]]]]><![CDATA[>]]>", "<![CDATA[<x>&]]>", "<!-- -->", "<?x y?>", "\u0085", "\u00A0", "\u2028", "\u202E", "\uFEFF", "\U0001F375", "E\u0301", "<a/>", "<item/>", "<a><b/>c</a>",
        "<a:b xmlns:a='c'/>", "<e xmlns:a=\"http://checkout.google.com/schema/2-beta1\" xmlns:b=\"http://checkout.google.com/schema/2\" a:x=\"1\" b:x=\"2\"/>", "<e xmlns=''/>", "<e xmlns='urn:e' xml:space='preserve'> </e>", "0", "-0", "1", "-1", "1E400", "INF", "NaN",
        "79228162514264337593543950335", "79228162514264337593543950336", "9999999999999999999999999999999", "0.0000000000000000000000000001", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00", "2012-10-10T24:00:00Z", "2012-02-30T00:00:00Z",
        "true", "USD", "usd", "CHARGED", "REVIEWING", "4111111111111111", "jane@example.com", "https://shop.example/", "javascript:alert(1)", "//host", new string('9', 200), new string('x', 2000));

    private static readonly byte[][] AttributesToAdd = ToBytes(
        " xmlns:a=\"b\"", " xmlns=\"\"", " xmlns=\"http://checkout.google.com/schema/2-beta1\"", " xmlns=\"http://checkout.google.com/schema/2\"", " currency=\"USD\"", " currency=\"E\u0301\"", " currency=\"&#10;\"", " serial-number=\"\"", " serial-number=\"&#10;&#x202E;\"",
        " id=\"\"", " name=\"&lt;\"", " xml:lang=\"en\"", " unknown=\"1\"", " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:type=\"x\"");

    private static readonly byte[][] Names = [.. Elements.All.Select(name => Encoding.UTF8.GetBytes(name.LocalName))];

    /// <summary>Returns a changed copy of a document. Half of the changed documents stay well-formed in most cases.</summary>
    /// <param name="original">The document.</param>
    /// <param name="other">Another document, parts of which may be inserted.</param>
    /// <param name="random">Selects the changes.</param>
    public static byte[] Mutate(byte[] original, byte[] other, Random random)
    {
        var document = new List<byte>(original);
        var keepWellFormed = random.Next(2) == 0;
        for (var changes = random.Next(1, 5); changes > 0; changes--)
        {
            var position = random.Next(document.Count + 1);
            if (keepWellFormed)
            {
                ChangeContent(document, position, random);
            }
            else
            {
                ChangeBytes(document, position, other, random);
            }
        }

        return random.Next(12) == 0 ? Encode([.. document], random) : [.. document];
    }

    private static void ChangeContent(List<byte> document, int position, Random random)
    {
        switch (random.Next(6))
        {
            case 0 or 1:
                ReplaceValue(document, position, Pick(Contents, random), keep: random.Next(3) == 0);
                break;
            case 2:
                CopyElement(document, position, Pick(Names, random));
                break;
            case 3:
                AddAttribute(document, position, Pick(AttributesToAdd, random));
                break;
            default:
                CopyElement(document, position, name: null, remove: random.Next(3) == 0);
                break;
        }
    }

    private static void ChangeBytes(List<byte> document, int position, byte[] other, Random random)
    {
        switch (random.Next(9))
        {
            case 0 or 1:
                document.InsertRange(position, Pick(Fragments, random));
                break;
            case 2:
                document.RemoveRange(position, Math.Min(random.Next(40), document.Count - position));
                break;
            case 3:
                Overwrite(document, position, (byte)random.Next(256));
                break;
            case 4:
                Overwrite(document, position, (byte)random.Next(32, 127));
                break;
            case 5:
                document.InsertRange(position, Slice(other, random));
                break;
            case 6:
                document.InsertRange(position, Slice([.. document], random));
                break;
            case 7:
                RenameTag(document, position, Pick(Names, random));
                break;
            default:
                Repeat(document, position, random);
                break;
        }
    }

    private static void Overwrite(List<byte> document, int position, byte value)
    {
        if (position < document.Count)
        {
            document[position] = value;
        }
    }

    // The text between the next start tag and the tag after it. If it is kept, the value is added to its end.
    private static void ReplaceValue(List<byte> document, int position, byte[] value, bool keep)
    {
        var start = document.IndexOf((byte)'>', position) + 1;
        var end = start == 0 ? -1 : document.IndexOf((byte)'<', start);
        if (end > 0)
        {
            document.InsertRange(end, value);
            if (!keep)
            {
                document.RemoveRange(start, end - start);
            }
        }
    }

    private static void RenameTag(List<byte> document, int position, byte[] name)
    {
        var start = document.IndexOf((byte)'<', position) + 1;
        if (start > 0)
        {
            var end = document.FindIndex(start, value => value is (byte)'>' or (byte)' ' or (byte)'/' or (byte)'\n');
            document.RemoveRange(start, Math.Max(0, end - start));
            document.InsertRange(start, name);
        }
    }

    private static void AddAttribute(List<byte> document, int position, byte[] attribute)
    {
        var end = document.IndexOf((byte)'>', position);
        if (end > 0)
        {
            document.InsertRange(document[end - 1] is (byte)'/' or (byte)'?' ? end - 1 : end, attribute);
        }
    }

    private static void Repeat(List<byte> document, int position, Random random)
    {
        var part = document.GetRange(position, Math.Min(random.Next(1, 30), document.Count - position));
        document.InsertRange(position, Enumerable.Repeat(part, random.Next(MaxRepetitions)).SelectMany(bytes => bytes));
    }

    // Removes the next element, or inserts a copy of it, with another name if there is one.
    private static void CopyElement(List<byte> document, int position, byte[]? name, bool remove = false)
    {
        var text = Encoding.Latin1.GetString([.. document]);
        var start = text.IndexOf('<', position);
        var nameEnd = start < 0 ? -1 : text.IndexOfAny(['>', ' ', '/'], start + 1);
        if (nameEnd <= start + 1)
        {
            return;
        }

        var endTag = $"</{text[(start + 1)..nameEnd]}>";
        var end = text.IndexOf(endTag, nameEnd, StringComparison.Ordinal);
        if (end < 0)
        {
            return;
        }

        if (remove)
        {
            document.RemoveRange(start, end + endTag.Length - start);
        }
        else
        {
            var newName = name is null ? text[(start + 1)..nameEnd] : Encoding.UTF8.GetString(name);
            document.InsertRange(start, Encoding.Latin1.GetBytes($"<{newName}{text[nameEnd..end]}</{newName}>"));
        }
    }

    private static byte[] Encode(byte[] document, Random random)
    {
        var encoding = random.Next(4) switch
        {
            0 => Encoding.Unicode,
            1 => Encoding.BigEndianUnicode,
            2 => Encoding.Latin1,
            _ => Encoding.UTF8,
        };
        var encoded = encoding.GetBytes(Encoding.UTF8.GetString(document));
        return random.Next(2) == 0 ? [.. encoding.GetPreamble(), .. encoded] : encoded;
    }

    private static byte[] Slice(byte[] document, Random random)
    {
        var start = random.Next(document.Length + 1);
        return document.AsSpan(start, Math.Min(random.Next(400), document.Length - start)).ToArray();
    }

    private static T Pick<T>(T[] values, Random random) => values[random.Next(values.Length)];

    private static byte[][] ToBytes(params string[] texts) => [.. texts.Select(Encoding.UTF8.GetBytes)];
}
