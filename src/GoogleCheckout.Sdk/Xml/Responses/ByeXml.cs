using System.Xml.Linq;

namespace GoogleCheckout.Xml;

internal static class ByeXml
{
    public static Bye Read(WireElement element) => new() { SerialNumber = element.OptionalIdentifierAttribute(Attributes.SerialNumber) };

    public static void Write(WireWriter writer, XName name, Bye bye)
    {
        writer.Start(name);
        writer.RequiredAttribute(Attributes.SerialNumber, bye.SerialNumber);
        writer.End();
    }
}
