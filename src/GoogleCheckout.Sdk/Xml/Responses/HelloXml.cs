using System.Xml.Linq;

namespace GoogleCheckout.Xml;

internal static class HelloXml
{
    public static Hello Read(WireElement element) => new();

    public static void Write(WireWriter writer, XName name, Hello hello) => writer.Empty(name);
}
