using System.Xml;

namespace GoogleCheckout.Xml;

/// <summary>Copies the text of an element, so that it can be written inside an element of the protocol and read again.</summary>
internal static class ElementText
{
    // A document has at most 64 levels. Private data is inside at most 12 of them.
    private const int MaxContentDepth = 48;

    // Inside the echo of a document, which is at the second level.
    private const int MaxElementDepth = 61;

    /// <summary>Returns the content of the element.</summary>
    /// <param name="utf8">The element.</param>
    /// <exception cref="XmlException">The text is not one element, or is not well-formed.</exception>
    /// <exception cref="XmlLimitException">The element exceeds a limit of documents, or is nested more than 48 deep.</exception>
    public static string CopyContent(byte[] utf8)
    {
        var markup = CreateCopy(utf8.Length);
        using var reader = XmlReader.Create(new MemoryStream(utf8, writable: false), CreateSettings());
        while (reader.Read())
        {
            if (reader.Depth > 0)
            {
                Append(markup, reader, MaxContentDepth);
            }
        }

        return markup.ToString();
    }

    /// <summary>Returns the element and the comments around it.</summary>
    /// <param name="text">The element.</param>
    /// <exception cref="XmlException">The text is not one element, or is not well-formed.</exception>
    /// <exception cref="XmlLimitException">The element exceeds a limit of documents, or has more than 62 levels.</exception>
    public static string CopyElement(string text)
    {
        var markup = CreateCopy(text.Length);
        using var reader = XmlReader.Create(new StringReader(text), CreateSettings());
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.XmlDeclaration)
            {
                throw new XmlException("A declaration is not part of an element.");
            }

            Append(markup, reader, MaxElementDepth);
        }

        return markup.ToString().Trim();
    }

    private static void Append(MarkupCopy markup, XmlReader reader, int maxDepth)
    {
        if (reader.NodeType == XmlNodeType.Element && reader.Depth > maxDepth)
        {
            throw new XmlLimitException($"its elements are nested more than {maxDepth} deep");
        }

        markup.Append(reader);
    }

    private static MarkupCopy CreateCopy(int length) => new(ProtocolNamespace.Current.NamespaceName, MarkupBudget.ForDocument(length));

    private static XmlReaderSettings CreateSettings() => new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, NameTable = new LimitedNameTable() };
}
