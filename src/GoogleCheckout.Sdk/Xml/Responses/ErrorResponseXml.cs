using System.Xml.Linq;

namespace GoogleCheckout.Xml;

internal static class ErrorResponseXml
{
    public static ErrorResponse Read(WireElement element) => new()
    {
        SerialNumber = element.OptionalIdentifierAttribute(Attributes.SerialNumber),
        ErrorMessage = element.RequiredText(Elements.ErrorMessage),
        WarningMessages = element.Element(Elements.WarningMessages).Items(Elements.String, TextXml.Read),
    };

    public static void Write(WireWriter writer, XName name, ErrorResponse error)
    {
        writer.Start(name);
        writer.RequiredAttribute(Attributes.SerialNumber, error.SerialNumber);
        writer.RequiredText(Elements.ErrorMessage, error.ErrorMessage);
        writer.List(Elements.WarningMessages, error.WarningMessages, Elements.String, TextXml.Write);
        writer.End();
    }
}
