using System.Xml.Linq;
using GoogleCheckout.Calculations;

namespace GoogleCheckout.Xml.Calculations;

internal static class MerchantCodeStringXml
{
    public static MerchantCodeString Read(WireElement element) => new() { Code = element.RequiredAttribute(Attributes.Code) };

    public static void Write(WireWriter writer, XName name, MerchantCodeString code)
    {
        writer.Start(name);
        writer.RequiredAttribute(Attributes.Code, code.Code);
        writer.End();
    }
}
