using System.Text;
using System.Xml;
using System.Xml.Linq;
using GoogleCheckout.Xml;

namespace GoogleCheckout.Carts;

/// <summary>The content of an element as markup that is always well-formed.</summary>
internal static class ElementMarkup
{
    /// <summary>Returns elements as the content of an element of the protocol. They are not changed.</summary>
    /// <exception cref="ArgumentException">An element cannot be written as XML.</exception>
    public static string Create(IReadOnlyList<XElement> elements, string parameter)
    {
        if (elements.Contains(null!))
        {
            throw new ArgumentException("One of the elements is null.", parameter);
        }

        // The text can be much longer than the objects: each element declares its namespace, which may have any length.
        using var text = new LimitedOutput(XmlLimits.DefaultMaxBytes);
        try
        {
            // Comments, sections, instructions and attributes of an XElement can have contents that are not well-formed. The writer repairs them.
            using (var writer = XmlWriter.Create(text, new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), OmitXmlDeclaration = true, NewLineHandling = NewLineHandling.Entitize }))
            {
                writer.WriteStartElement(PrivateData.ElementName, ProtocolNamespace.Current.NamespaceName);
                foreach (var element in elements)
                {
                    Write(element, writer);
                }

                writer.WriteEndElement();
            }

            return ElementText.CopyContent(text.ToArray());
        }
        catch (Exception e) when (e is XmlException or ArgumentException or InvalidOperationException)
        {
            // The exceptions of the writer quote the text, which only the merchant and the buyer may know.
            throw new ArgumentException("The private data cannot be written as XML: it contains a character that is not allowed, or a name or prefix that conflicts with another.", parameter);
        }
        catch (XmlLimitException e)
        {
            throw new ArgumentException($"The private data is too large: {e.Message}.", parameter);
        }
    }

    private static void Write(XElement element, XmlWriter writer)
    {
        using var reader = element.CreateReader();
        reader.Read();
        while (!reader.EOF)
        {
            // A section cannot contain CR: reading would change it.
            if (reader.NodeType == XmlNodeType.CDATA && reader.Value.Contains('\r'))
            {
                writer.WriteString(reader.Value);
                reader.Read();
            }
            else
            {
                WriteNode(reader, writer);
            }
        }
    }

    private static void WriteNode(XmlReader reader, XmlWriter writer)
    {
        switch (reader.NodeType)
        {
            case XmlNodeType.Element:
                var isEmpty = reader.IsEmptyElement;
                writer.WriteStartElement(reader.Prefix, reader.LocalName, reader.NamespaceURI);
                writer.WriteAttributes(reader, defattr: false);
                if (isEmpty)
                {
                    writer.WriteEndElement();
                }

                reader.Read();
                break;
            case XmlNodeType.EndElement:
                writer.WriteFullEndElement();
                reader.Read();
                break;
            default:
                writer.WriteNode(reader, defattr: false);
                break;
        }
    }
}
