using System.Xml.Linq;

namespace GoogleCheckout.Xml.Carts;

internal static class PrivateDataXml
{
    // The document reader has already converted the content to text.
    public static PrivateData Read(WireElement element) => PrivateData.FromMarkup(element.Value);

    public static void Write(WireWriter writer, XName name, PrivateData data)
    {
        writer.Start(name);
        writer.Markup(data.InnerXml);
        writer.End();
    }
}
