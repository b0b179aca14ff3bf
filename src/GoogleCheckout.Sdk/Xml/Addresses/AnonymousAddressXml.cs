using System.Xml.Linq;

namespace GoogleCheckout.Xml;

internal static class AnonymousAddressXml
{
    public static AnonymousAddress Read(WireElement element) => new()
    {
        Id = element.RequiredAttribute(Attributes.Id),
        City = element.OptionalText(Elements.City),
        Region = element.OptionalText(Elements.Region),
        PostalCode = element.OptionalText(Elements.PostalCode),
        CountryCode = element.OptionalText(Elements.CountryCode),
    };

    public static void Write(WireWriter writer, XName name, AnonymousAddress address)
    {
        writer.Start(name);
        writer.RequiredAttribute(Attributes.Id, address.Id);
        writer.RequiredText(Elements.City, address.City);
        writer.RequiredText(Elements.Region, address.Region);
        writer.RequiredText(Elements.PostalCode, address.PostalCode);
        writer.RequiredText(Elements.CountryCode, address.CountryCode);
        writer.End();
    }
}
