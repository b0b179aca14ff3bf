using GoogleCheckout.Calculations;

namespace GoogleCheckout.Xml.Calculations;

/// <summary>The two kinds of code, told apart by their element names.</summary>
internal static class MerchantCodeResultXml
{
    /// <summary>The result the element stands for; null for an element that is none.</summary>
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
