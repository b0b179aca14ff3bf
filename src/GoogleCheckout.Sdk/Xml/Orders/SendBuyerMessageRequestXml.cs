using System.Xml.Linq;
using GoogleCheckout.Orders;

namespace GoogleCheckout.Xml.Orders;

internal static class SendBuyerMessageRequestXml
{
    public static SendBuyerMessageRequest Read(WireElement element) => new()
    {
        GoogleOrderNumber = element.RequiredIdentifierAttribute(Attributes.GoogleOrderNumber).Trim(),
        Message = element.RequiredText(Elements.Message),
        SendEmail = element.OptionalBoolean(Elements.SendEmail),
    };

    public static void Write(WireWriter writer, XName name, SendBuyerMessageRequest request)
    {
        writer.Start(name);
        writer.RequiredAttribute(Attributes.GoogleOrderNumber, request.GoogleOrderNumber);
        writer.RequiredText(Elements.Message, request.Message);
        writer.Boolean(Elements.SendEmail, request.SendEmail);
        writer.End();
    }
}
