using System.Xml.Linq;
using GoogleCheckout.Calculations;

namespace GoogleCheckout.Xml.Calculations;

internal static class MerchantCalculationResultsXml
{
    public static MerchantCalculationResults Read(WireElement element) => new()
    {
        Results = element.Element(Elements.Results).Items(Elements.Result, ResultXml.Read),
    };

    public static void Write(WireWriter writer, XName name, MerchantCalculationResults results)
    {
        writer.Start(name);
        writer.RequiredList(Elements.Results, results.Results, Elements.Result, ResultXml.Write);
        writer.End();
    }
}
