using System.Xml;

namespace GoogleCheckout.Sandbox.Api;

/// <summary>A message as its sender wrote it. It was read, so its document is known to be harmless.</summary>
internal static class SentXml
{
    /// <summary>The root element with all that is in it.</summary>
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
        var xml = XmlReader.Create(new MemoryStream(message.OriginalXml.ToArray()));
        xml.MoveToContent();
        return xml;
    }
}
