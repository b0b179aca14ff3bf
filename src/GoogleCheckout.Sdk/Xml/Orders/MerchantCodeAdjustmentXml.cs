using GoogleCheckout.Orders;

namespace GoogleCheckout.Xml.Orders;

/// <summary>Reads and writes coupons and gift certificates, which differ by element name.</summary>
internal static class MerchantCodeAdjustmentXml
{
    /// <summary>Reads a coupon or gift certificate; returns null if the element is neither.</summary>
    public static MerchantCodeAdjustment? Read(WireElement element) =>
        element.Name == Elements.CouponAdjustment ? ReadCoupon(element)
        : element.Name == Elements.GiftCertificateAdjustment ? ReadGiftCertificate(element)
        : null;

    public static void Write(WireWriter writer, MerchantCodeAdjustment adjustment)
    {
        writer.Start(adjustment is CouponAdjustment ? Elements.CouponAdjustment : Elements.GiftCertificateAdjustment);
        writer.RequiredText(Elements.Code, adjustment.Code);
        writer.NonNegativeMoney(Elements.AppliedAmount, adjustment.AppliedAmount);
        writer.NonNegativeMoney(Elements.CalculatedAmount, adjustment.CalculatedAmount);
        writer.Text(Elements.Message, adjustment.Message);
        writer.End();
    }

    private static CouponAdjustment ReadCoupon(WireElement element) => new()
    {
        Code = element.RequiredText(Elements.Code),
        AppliedAmount = element.RequiredMoney(Elements.AppliedAmount),
        CalculatedAmount = element.OptionalMoney(Elements.CalculatedAmount),
        Message = element.OptionalText(Elements.Message),
    };

    private static GiftCertificateAdjustment ReadGiftCertificate(WireElement element) => new()
    {
        Code = element.RequiredText(Elements.Code),
        AppliedAmount = element.RequiredMoney(Elements.AppliedAmount),
        CalculatedAmount = element.OptionalMoney(Elements.CalculatedAmount),
        Message = element.OptionalText(Elements.Message),
    };
}
