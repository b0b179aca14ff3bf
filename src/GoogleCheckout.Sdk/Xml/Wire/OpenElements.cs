namespace GoogleCheckout.Xml;

/// <summary>The elements that are open at a place of a text that is well-formed before it.</summary>
/// <param name="Innermost">The name and the index of the start tag of the innermost open element; null if the text opens none.</param>
/// <param name="IsAfterElement">Whether elements precede the place, and all of them are closed.</param>
internal sealed record OpenElements((string Name, int Index)? Innermost, bool IsAfterElement)
{
    public static OpenElements At(string text, int end)
    {
        var open = new Stack<(string Name, int Index)>();
        var hasElement = false;
        for (var tag = text.IndexOf('<'); tag >= 0 && tag < end; tag = text.IndexOf('<', tag))
        {
            if (EndOfSection(text, tag) is { } sectionEnd)
            {
                tag = sectionEnd;
                continue;
            }

            var tagEnd = EndOfTag(text, tag);
            if (tagEnd > end)
            {
                break;
            }

            hasElement = true;
            if (text[tag + 1] != '/')
            {
                AddStart(open, text, tag, tagEnd);
            }
            else if (open.Count > 0)
            {
                open.Pop();
            }

            tag = tagEnd;
        }

        return open.Count > 0 ? new OpenElements(open.Peek(), IsAfterElement: false) : new OpenElements(null, hasElement);
    }

    private static void AddStart(Stack<(string Name, int Index)> open, string text, int tag, int tagEnd)
    {
        if (text[tagEnd - 2] != '/')
        {
            var nameEnd = text.IndexOfAny([' ', '\t', '\r', '\n', '>'], tag);
            open.Push((text.Substring(tag + 1, nameEnd - tag - 1), tag));
        }
    }

    // Returns the index after a comment, CDATA section, processing instruction or declaration.
    private static int? EndOfSection(string text, int tag)
    {
        var (start, end) = Matches(text, tag, "<!--") ? ("<!--", "-->")
            : Matches(text, tag, "<![CDATA[") ? ("<![CDATA[", "]]>")
            : Matches(text, tag, "<?") ? ("<?", "?>")
            : (string.Empty, string.Empty);
        return start.Length == 0 ? null
            : text.IndexOf(end, tag + start.Length, StringComparison.Ordinal) is >= 0 and var found ? found + end.Length
            : text.Length;
    }

    // Returns the index after the tag. A '>' in an attribute value does not end it.
    private static int EndOfTag(string text, int tag)
    {
        char? quote = null;
        for (var i = tag + 1; i < text.Length; i++)
        {
            if (quote is null && text[i] == '>')
            {
                return i + 1;
            }

            if (text[i] is '"' or '\'')
            {
                quote = quote is null ? text[i] : quote == text[i] ? null : quote;
            }
        }

        return text.Length + 1;
    }

    private static bool Matches(string text, int index, string markup) => string.CompareOrdinal(text, index, markup, 0, markup.Length) == 0;
}
