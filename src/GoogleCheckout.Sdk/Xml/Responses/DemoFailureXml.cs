using System.Xml.Linq;

namespace GoogleCheckout.Xml;

internal static class DemoFailureXml
{
    public static DemoFailure Read(WireElement element) => new() { Message = element.RequiredAttribute(Attributes.Message) };

    public static void Write(WireWriter writer, XName name, DemoFailure failure)
    {
        writer.Start(name);
        writer.RequiredAttribute(Attributes.Message, failure.Message);
        writer.End();
    }
}
