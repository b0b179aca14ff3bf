using System.Text;
using System.Xml;

namespace GoogleCheckout.Xml;

/// <summary>
/// Masks the secrets and the buyer's data in a document. Elements and attributes that the protocol does not have are masked
/// too, because their contents are unknown.
/// </summary>
internal static class Redaction
{
    private const string Mark = "***";
    private const int MaxIndentedDepth = 10;

    private static readonly HashSet<string> Masked =
    [
        .. new[]
        {
            Elements.AnonymousAddress, Elements.BuyerBillingAddress, Elements.BuyerShippingAddress, Elements.BillingAddress, Elements.IpAddress,
            Elements.StructuredName, Elements.ContactName, Elements.FirstName, Elements.LastName, Elements.CompanyName,
            Elements.Email, Elements.Phone, Elements.Fax, Elements.Address1, Elements.Address2, Elements.City, Elements.Region, Elements.PostalCode,
            Elements.PartialCcNumber, Elements.BuyerId, Elements.BuyerMessages, Elements.BuyerNote, Elements.GiftMessage, Elements.InHonorOfMessage,
            Elements.InMemoryOfMessage, Elements.InTributeOfMessage, Elements.DeliveryInstructions, Elements.SpecialInstructions, Elements.SpecialRequests,
            Elements.DigitalContent, Elements.Key, Elements.Code, Elements.MerchantPrivateData, Elements.MerchantPrivateItemData,
            Elements.Message, Elements.Comment, Elements.Reason, Elements.AnalyticsData,
        }.Select(name => name.LocalName),
    ];

    private static readonly HashSet<string> ShownElements = [.. Elements.All.Select(name => name.LocalName).Where(name => !Masked.Contains(name))];

    private static readonly HashSet<string> ShownAttributes = [.. Attributes.All.Where(name => name != Attributes.Code).Select(name => name.LocalName)];

    /// <summary>Masks a document for a log; returns a remark in parentheses if it is not XML.</summary>
    public static string Mask(byte[] document)
    {
        try
        {
            return MaskXml(document);
        }
        catch (Exception e) when (e is XmlException or DecoderFallbackException or XmlLimitException)
        {
            return $"({document.Length} bytes that are not XML)";
        }
    }

    /// <summary>Masks a document.</summary>
    /// <exception cref="XmlException">It is not well-formed.</exception>
    /// <exception cref="DecoderFallbackException">It has bytes that are not in its encoding.</exception>
    /// <exception cref="XmlLimitException">It exceeds a limit of the reader.</exception>
    public static string MaskXml(byte[] document)
    {
        using var xml = XmlInput.Open(document);
        var masked = new StringBuilder();
        using (var output = XmlWriter.Create(masked, new XmlWriterSettings { OmitXmlDeclaration = true }))
        {
            xml.MoveToContent();
            WriteElement(xml, output);
        }

        return masked.ToString();
    }

    private static void WriteElement(XmlReader xml, XmlWriter output)
    {
        var (depth, rootNamespace, isAfterElement) = (xml.Depth, xml.NamespaceURI, false);
        do
        {
            switch (xml.NodeType)
            {
                case XmlNodeType.Element:
                    StartLine(output, xml.Depth);
                    WriteStart(xml, output, rootNamespace);
                    isAfterElement = xml.IsEmptyElement || xml.NodeType == XmlNodeType.EndElement;
                    break;
                case XmlNodeType.EndElement:
                    if (isAfterElement)
                    {
                        StartLine(output, xml.Depth);
                    }

                    output.WriteEndElement();
                    isAfterElement = true;
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA:
                    output.WriteString(xml.Value);
                    break;
                default:
                    break;
            }
        }
        while (!(xml.Depth == depth && (xml.NodeType == XmlNodeType.EndElement || xml.IsEmptyElement)) && xml.Read());
    }

    // Indented as a message is; the elements of one that is nested deeper would be mostly white space.
    private static void StartLine(XmlWriter output, int depth)
    {
        if (depth > 0)
        {
            output.WriteWhitespace("\n" + new string(' ', 2 * Math.Min(depth, MaxIndentedDepth)));
        }
        else if (output.WriteState == WriteState.Content)
        {
            output.WriteWhitespace("\n");
        }
    }

    // All elements have the namespace of the root: an element that repeated its own could be much longer than it was.
    private static void WriteStart(XmlReader xml, XmlWriter output, string rootNamespace)
    {
        ElementLimits.Check(xml);
        var isShown = ProtocolNamespace.Contains(xml.NamespaceURI) && ShownElements.Contains(xml.LocalName);
        output.WriteStartElement(xml.LocalName, rootNamespace);
        WriteAttributes(xml, output, isShown);
        if (xml.IsEmptyElement)
        {
            output.WriteEndElement();
        }
        else if (!isShown)
        {
            output.WriteString(Mark);
            output.WriteEndElement();
            SkipContent(xml);
        }
    }

    private static void WriteAttributes(XmlReader xml, XmlWriter output, bool isElementShown)
    {
        for (var more = xml.MoveToFirstAttribute(); more; more = xml.MoveToNextAttribute())
        {
            if (xml.NamespaceURI.Length == 0)
            {
                output.WriteAttributeString(xml.LocalName, isElementShown && ShownAttributes.Contains(xml.LocalName) ? xml.Value : Mark);
            }
        }

        xml.MoveToElement();
    }

    /// <summary>Moves the reader to the end of its current element.</summary>
    private static void SkipContent(XmlReader xml)
    {
        var depth = xml.Depth;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType == XmlNodeType.Element)
            {
                ElementLimits.Check(xml);
            }
        }
    }
}
