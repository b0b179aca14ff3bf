using GoogleCheckout.Orders;

namespace GoogleCheckout.Xml.Orders;

/// <summary>Coupons and gift certificates, told apart by their element names.</summary>
internal static class MerchantCodeAdjustmentXml
{
    /// <summary>The coupon or gift certificate the element stands for; null for an element that is none.</summary>
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
