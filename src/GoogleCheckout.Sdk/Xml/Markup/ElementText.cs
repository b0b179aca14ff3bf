using System.Xml;

namespace GoogleCheckout.Xml;

/// <summary>Copies the text of an element, so that it can be written inside an element of the protocol and read again.</summary>
internal static class ElementText
{
    // A document has at most 64 levels, and the copy is inside some of them.
    private const int MaxDepth = 48;

    /// <summary>Returns the content of the element.</summary>
    /// <exception cref="XmlException">The text is not one element, or is not well-formed.</exception>
    /// <exception cref="XmlLimitException">The element is nested too deep, or the copy is too long.</exception>
    public static string CopyContent(string text) => Copy(text, includeRoot: false);

    /// <summary>Returns the element, without white space around it.</summary>
    /// <inheritdoc cref="CopyContent"/>
    public static string CopyElement(string text) => Copy(text, includeRoot: true);

    private static string Copy(string text, bool includeRoot)
    {
        var markup = new MarkupCopy(ProtocolNamespace.Current.NamespaceName, MarkupBudget.ForDocument(text.Length));
        using var reader = XmlReader.Create(new StringReader(text), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        while (reader.Read())
        {
            if (reader.Depth > MaxDepth)
            {
                throw new XmlLimitException($"its elements are nested more than {MaxDepth} deep");
            }

            if (reader.Depth > 0 || (includeRoot && reader.NodeType is XmlNodeType.Element or XmlNodeType.EndElement))
            {
                markup.Append(reader);
            }
            else if (includeRoot && reader.NodeType != XmlNodeType.Whitespace)
            {
                throw new XmlException("The text is more than one element.");
            }
        }

        return markup.ToString();
    }
}
