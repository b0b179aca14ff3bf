using GoogleCheckout.Calculations;

namespace GoogleCheckout.Xml.Calculations;

/// <summary>Reads and writes the results for the two kinds of code, which differ by element name.</summary>
internal static class MerchantCodeResultXml
{
    /// <summary>Reads a result; returns null if the element is not a result.</summary>
    public static MerchantCodeResult? Read(WireElement element)
    {
        var name = element.Name;
        return name == Elements.CouponResult ? ReadCoupon(element)
            : name == Elements.GiftCertificateResult ? ReadGiftCertificate(element)
            : null;
    }

    public static void Write(WireWriter writer, MerchantCodeResult result)
    {
        writer.Start(result is CouponResult ? Elements.CouponResult : Elements.GiftCertificateResult);
        writer.Boolean(Elements.Valid, result.Valid);
        writer.RequiredText(Elements.Code, result.Code);
        writer.NonNegativeMoney(Elements.CalculatedAmount, result.CalculatedAmount);
        writer.Text(Elements.Message, result.Message);
        writer.End();
    }

    private static CouponResult ReadCoupon(WireElement element) => new()
    {
        Valid = element.RequiredBoolean(Elements.Valid),
        Code = element.RequiredText(Elements.Code),
        CalculatedAmount = element.OptionalMoney(Elements.CalculatedAmount),
        Message = element.OptionalText(Elements.Message),
    };

    private static GiftCertificateResult ReadGiftCertificate(WireElement element) => new()
    {
        Valid = element.RequiredBoolean(Elements.Valid),
        Code = element.RequiredText(Elements.Code),
        CalculatedAmount = element.OptionalMoney(Elements.CalculatedAmount),
        Message = element.OptionalText(Elements.Message),
    };
}
