using System.Xml.Linq;
using GoogleCheckout.Carts;

namespace GoogleCheckout.Xml.Carts;

internal static class UrlParameterXml
{
    public static UrlParameter Read(WireElement element) => new()
    {
        Name = element.RequiredAttribute(Attributes.Name),
        Type = element.RequiredAttribute(Attributes.Type),
    };

    public static void Write(WireWriter writer, XName name, UrlParameter parameter)
    {
        writer.Start(name);
        writer.RequiredAttribute(Attributes.Name, parameter.Name);
        writer.RequiredAttribute(Attributes.Type, parameter.Type);
        writer.End();
    }
}
