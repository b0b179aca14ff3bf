using System.Xml;

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
