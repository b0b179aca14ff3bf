using System.Xml.Linq;
using GoogleCheckout.Carts;

namespace GoogleCheckout.Xml.Carts;

internal static class SubscriptionPaymentXml
{
    public static SubscriptionPayment Read(WireElement element) => new()
    {
        Times = element.OptionalInt32Attribute(Attributes.Times),
        MaximumCharge = element.RequiredMoney(Elements.MaximumCharge),
    };

    public static void Write(WireWriter writer, XName name, SubscriptionPayment payment)
    {
        writer.Start(name);
        writer.Int32Attribute(Attributes.Times, payment.Times);
        writer.RequiredMoney(Elements.MaximumCharge, payment.MaximumCharge);
        writer.End();
    }
}
