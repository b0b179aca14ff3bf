using System.Text;
using System.Xml;
using System.Xml.Linq;
using GoogleCheckout.Notifications;

namespace GoogleCheckout.Cli.Archives.Repair;

/// <summary>The XML of notifications as a history contains it: in the namespace of the protocol, in UTF-8, without a declaration.</summary>
internal static class HistoryParts
{
    public const string Namespace = "http://checkout.google.com/schema/2";

    private static readonly XNamespace Protocol = Namespace;

    /// <summary>Returns the XML as it was received, with all that the SDK does not know. If it can only be read with tolerance, it is written from the record.</summary>
    /// <exception cref="CheckoutException">The notification can neither be copied nor be written.</exception>
    public static XElement Create(Notification notification) => TryCopy(notification) ?? notification.ToXElement();

    /// <summary>Returns the bytes of an element of a history, without the declaration of the namespace that its root declares.</summary>
    public static byte[] ToBytes(XElement element)
    {
        var bytes = new MemoryStream();
        var settings = new XmlWriterSettings
        {
            Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            OmitXmlDeclaration = true,
            NewLineHandling = NewLineHandling.Entitize,
            ConformanceLevel = ConformanceLevel.Fragment,
        };
        using (var writer = XmlWriter.Create(bytes, settings))
        {
            element.WriteTo(writer);
        }

        return bytes.ToArray();
    }

    private static XElement? TryCopy(Notification notification)
    {
        try
        {
            var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };
            using var reader = XmlReader.Create(new StringReader(notification.GetOriginalText()), settings);
            return InProtocol(XElement.Load(reader, LoadOptions.PreserveWhitespace));
        }
        catch (XmlException)
        {
            return null;
        }
    }

    // Old samples are in the namespace of a beta version, or in none.
    private static XElement InProtocol(XElement notification)
    {
        var received = notification.Name.Namespace;
        if (received == Protocol)
        {
            return notification;
        }

        foreach (var element in notification.DescendantsAndSelf().Where(element => element.Name.Namespace == received).ToList())
        {
            element.Attributes().Where(attribute => attribute.IsNamespaceDeclaration && attribute.Value == received.NamespaceName).Remove();
            element.Name = Protocol + element.Name.LocalName;
        }

        return notification;
    }
}
