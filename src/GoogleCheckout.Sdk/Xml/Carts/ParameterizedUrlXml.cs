using System.Xml.Linq;
using GoogleCheckout.Carts;

namespace GoogleCheckout.Xml.Carts;

internal static class ParameterizedUrlXml
{
    public static ParameterizedUrl Read(WireElement element) => new()
    {
        Url = element.RequiredAttribute(Attributes.Url).Trim(),
        Parameters = element.Element(Elements.Parameters).Items(Elements.UrlParameter, UrlParameterXml.Read),
    };

    public static void Write(WireWriter writer, XName name, ParameterizedUrl url)
    {
        writer.Start(name);
        writer.RequiredUrlAttribute(Attributes.Url, url.Url);
        writer.List(Elements.Parameters, url.Parameters, Elements.UrlParameter, UrlParameterXml.Write);
        writer.End();
    }
}
