using System.Xml.Linq;
using GoogleCheckout.Carts;

namespace GoogleCheckout.Xml.Carts;

internal static class ItemXml
{
    private const int MaxTaxTableSelectorLength = 255;

    public static Item Read(WireElement element) => new()
    {
        ItemName = element.RequiredText(Elements.ItemName),
        ItemDescription = element.OptionalText(Elements.ItemDescription) ?? string.Empty,
        UnitPrice = element.RequiredMoney(Elements.UnitPrice),
        Quantity = element.RequiredInt32(Elements.Quantity),
        MerchantItemId = element.OptionalText(Elements.MerchantItemId),
        MerchantPrivateItemData = element.Optional(Elements.MerchantPrivateItemData, PrivateDataXml.Read),
        TaxTableSelector = element.OptionalText(Elements.TaxTableSelector),
        ItemWeight = element.Optional(Elements.ItemWeight, ItemWeightXml.Read),
        DigitalContent = element.Optional(Elements.DigitalContent, DigitalContentXml.Read),
        Subscription = element.Optional(Elements.Subscription, SubscriptionXml.Read),
    };

    public static void Write(WireWriter writer, XName name, Item item)
    {
        writer.Start(name);
        writer.RequiredText(Elements.ItemName, item.ItemName);
        writer.RequiredText(Elements.ItemDescription, item.ItemDescription);
        writer.RequiredMoney(Elements.UnitPrice, item.UnitPrice);
        writer.Check(item.Quantity >= 1, nameof(item.Quantity), "must be 1 or more", Elements.Quantity);
        writer.Int64(Elements.Quantity, item.Quantity);
        writer.Text(Elements.MerchantItemId, item.MerchantItemId);
        writer.Child(Elements.MerchantPrivateItemData, item.MerchantPrivateItemData, PrivateDataXml.Write);
        writer.LimitedText(Elements.TaxTableSelector, item.TaxTableSelector, MaxTaxTableSelectorLength);
        writer.Child(Elements.ItemWeight, item.ItemWeight, ItemWeightXml.Write);
        writer.Child(Elements.DigitalContent, item.DigitalContent, DigitalContentXml.Write);
        writer.Child(Elements.Subscription, item.Subscription, SubscriptionXml.Write);
        writer.End();
    }
}
