using System.Xml.Linq;
using GoogleCheckout.Carts;

namespace GoogleCheckout.Xml.Carts;

internal static class SubscriptionXml
{
    public static readonly EnumText<DatePeriod> Periods = new(
        (DatePeriod.Daily, "DAILY"),
        (DatePeriod.Weekly, "WEEKLY"),
        (DatePeriod.SemiMonthly, "SEMI_MONTHLY"),
        (DatePeriod.Monthly, "MONTHLY"),
        (DatePeriod.EveryTwoMonths, "EVERY_TWO_MONTHS"),
        (DatePeriod.Quarterly, "QUARTERLY"),
        (DatePeriod.Yearly, "YEARLY"));

    public static Subscription Read(WireElement element) => new()
    {
        Type = element.RequiredAttribute(Attributes.Type),
        Period = Periods.Parse(element.RequiredAttribute(Attributes.Period)),
        StartDate = element.OptionalTimeAttribute(Attributes.StartDate),
        NoChargeAfter = element.OptionalTimeAttribute(Attributes.NoChargeAfter),
        Payments = element.Element(Elements.Payments).RequiredItems(Elements.SubscriptionPayment, SubscriptionPaymentXml.Read),
        RecurrentItem = element.Optional(Elements.RecurrentItem, ItemXml.Read),
    };

    public static void Write(WireWriter writer, XName name, Subscription subscription)
    {
        writer.Start(name);
        writer.RequiredAttribute(Attributes.Type, subscription.Type);
        writer.EnumAttribute(Attributes.Period, subscription.Period, Periods);
        writer.TimeAttribute(Attributes.StartDate, subscription.StartDate);
        writer.TimeAttribute(Attributes.NoChargeAfter, subscription.NoChargeAfter);
        writer.RequiredList(Elements.Payments, subscription.Payments, Elements.SubscriptionPayment, SubscriptionPaymentXml.Write);
        writer.Child(Elements.RecurrentItem, subscription.RecurrentItem, ItemXml.Write);
        writer.End();
    }
}
