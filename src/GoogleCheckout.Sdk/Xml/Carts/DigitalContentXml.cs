using System.Xml.Linq;
using GoogleCheckout.Carts;

namespace GoogleCheckout.Xml.Carts;

internal static class DigitalContentXml
{
    private const int MaxDescriptionLength = 1024;

    public static DigitalContent Read(WireElement element) => new()
    {
        Description = element.OptionalText(Elements.Description),
        Key = element.OptionalText(Elements.Key),
        Url = element.OptionalToken(Elements.Url),
        EmailDelivery = element.OptionalBoolean(Elements.EmailDelivery),
        DisplayDisposition = element.OptionalToken(Elements.DisplayDisposition),
    };

    public static void Write(WireWriter writer, XName name, DigitalContent content)
    {
        writer.Start(name);
        writer.LimitedText(Elements.Description, content.Description, MaxDescriptionLength);
        writer.Text(Elements.Key, content.Key);
        writer.Url(Elements.Url, content.Url);
        writer.Boolean(Elements.EmailDelivery, content.EmailDelivery);
        writer.Text(Elements.DisplayDisposition, content.DisplayDisposition);
        writer.End();
    }
}
