using System.Xml.Linq;
using GoogleCheckout.Carts;

namespace GoogleCheckout.Xml.Carts;

internal static class MerchantCalculationsXml
{
    public static MerchantCalculations Read(WireElement element) => new()
    {
        MerchantCalculationsUrl = element.RequiredToken(Elements.MerchantCalculationsUrl),
        AcceptMerchantCoupons = element.OptionalBoolean(Elements.AcceptMerchantCoupons),
        AcceptGiftCertificates = element.OptionalBoolean(Elements.AcceptGiftCertificates),
    };

    public static void Write(WireWriter writer, XName name, MerchantCalculations calculations)
    {
        writer.Start(name);
        writer.RequiredUrl(Elements.MerchantCalculationsUrl, calculations.MerchantCalculationsUrl);
        writer.Boolean(Elements.AcceptMerchantCoupons, calculations.AcceptMerchantCoupons);
        writer.Boolean(Elements.AcceptGiftCertificates, calculations.AcceptGiftCertificates);
        writer.End();
    }
}
