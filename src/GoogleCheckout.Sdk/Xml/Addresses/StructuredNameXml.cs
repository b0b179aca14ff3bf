using System.Xml.Linq;

namespace GoogleCheckout.Xml;

internal static class StructuredNameXml
{
    public static StructuredName Read(WireElement element) => new()
    {
        FirstName = element.OptionalText(Elements.FirstName),
        LastName = element.OptionalText(Elements.LastName),
    };

    public static void Write(WireWriter writer, XName name, StructuredName structuredName)
    {
        writer.Start(name);
        writer.RequiredText(Elements.FirstName, structuredName.FirstName);
        writer.RequiredText(Elements.LastName, structuredName.LastName);
        writer.End();
    }
}
