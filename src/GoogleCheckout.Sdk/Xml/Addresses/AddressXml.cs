using System.Xml.Linq;

namespace GoogleCheckout.Xml;

internal static class AddressXml
{
    public static Address Read(WireElement element) => new()
    {
        ContactName = element.OptionalText(Elements.ContactName),
        StructuredName = element.Optional(Elements.StructuredName, StructuredNameXml.Read),
        CompanyName = element.OptionalText(Elements.CompanyName),
        Email = element.OptionalText(Elements.Email),
        Phone = element.OptionalText(Elements.Phone),
        Fax = element.OptionalText(Elements.Fax),
        Address1 = element.OptionalText(Elements.Address1),
        Address2 = element.OptionalText(Elements.Address2),
        City = element.OptionalText(Elements.City),
        Region = element.OptionalText(Elements.Region),
        PostalCode = element.OptionalText(Elements.PostalCode),
        CountryCode = element.OptionalText(Elements.CountryCode),
    };

    public static void Write(WireWriter writer, XName name, Address address)
    {
        writer.Start(name);
        writer.Text(Elements.ContactName, address.ContactName);
        writer.Child(Elements.StructuredName, address.StructuredName, StructuredNameXml.Write);
        writer.Text(Elements.CompanyName, address.CompanyName);
        writer.Text(Elements.Email, address.Email);
        writer.Text(Elements.Phone, address.Phone);
        writer.Text(Elements.Fax, address.Fax);
        writer.RequiredText(Elements.Address1, address.Address1);
        writer.Text(Elements.Address2, address.Address2);
        writer.RequiredText(Elements.City, address.City);
        writer.RequiredText(Elements.Region, address.Region);
        writer.RequiredText(Elements.PostalCode, address.PostalCode);
        writer.RequiredText(Elements.CountryCode, address.CountryCode);
        writer.End();
    }
}
