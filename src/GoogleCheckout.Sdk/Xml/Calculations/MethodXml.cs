using System.Xml.Linq;
using GoogleCheckout.Calculations;

namespace GoogleCheckout.Xml.Calculations;

internal static class MethodXml
{
    public static Method Read(WireElement element) => new() { Name = element.RequiredAttribute(Attributes.Name) };

    public static void Write(WireWriter writer, XName name, Method method)
    {
        writer.Start(name);
        writer.RequiredAttribute(Attributes.Name, method.Name);
        writer.End();
    }
}
