using System.Xml.Linq;
using GoogleCheckout.Orders;

namespace GoogleCheckout.Xml.Orders;

internal static class PromotionXml
{
    public static Promotion Read(WireElement element) => new()
    {
        Name = element.RequiredText(Elements.Name),
        Id = element.RequiredInt64(Elements.Id),
        Description = element.OptionalText(Elements.Description),
        TotalAmount = element.RequiredMoney(Elements.TotalAmount),
    };

    public static void Write(WireWriter writer, XName name, Promotion promotion)
    {
        writer.Start(name);
        writer.RequiredText(Elements.Name, promotion.Name);
        writer.RequiredInt64(Elements.Id, promotion.Id);
        writer.LimitedText(Elements.Description, promotion.Description, 1024);
        writer.RequiredMoney(Elements.TotalAmount, promotion.TotalAmount);
        writer.End();
    }
}
