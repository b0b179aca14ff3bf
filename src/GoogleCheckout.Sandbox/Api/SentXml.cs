using System.Xml;
using System.Xml.Linq;

namespace GoogleCheckout.Sandbox.Api;

/// <summary>Reads the original XML of a message. The message was parsed before, so its document is known to be safe.</summary>
internal static class SentXml
{
    /// <summary>Returns the root element with its content.</summary>
    public static string GetRootXml(CheckoutMessage message)
    {
        using var xml = OpenRoot(message);
        return xml.ReadOuterXml();
    }

    /// <summary>Returns the root element of a document that is no message, because its values are not valid; null if its encoding is not what it declares.</summary>
    public static string? GetRootXml(ReadOnlyMemory<byte> document)
    {
        try
        {
            using var xml = XmlReader.Create(new MemoryStream(document.ToArray()));
            xml.MoveToContent();
            return xml.ReadOuterXml();
        }
        catch (XmlException)
        {
            return null;
        }
    }

    /// <summary>Returns the names of the root's child elements.</summary>
    public static IReadOnlyList<string> GetChildNames(CheckoutMessage message)
    {
        using var xml = OpenRoot(message);
        return [.. ((XElement)XNode.ReadFrom(xml)).Elements().Select(child => child.Name.LocalName)];
    }

    public static string GetRootName(CheckoutMessage message)
    {
        using var xml = OpenRoot(message);
        return xml.LocalName;
    }

    private static XmlReader OpenRoot(CheckoutMessage message)
    {
        var xml = XmlReader.Create(new StringReader(message.GetOriginalText()));
        xml.MoveToContent();
        return xml;
    }
}
