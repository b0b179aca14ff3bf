using System.Xml.Linq;
using GoogleCheckout.Orders;

namespace GoogleCheckout.Xml.Orders;

internal static class RiskInformationXml
{
    public static RiskInformation Read(WireElement element) => new()
    {
        EligibleForProtection = element.OptionalBoolean(Elements.EligibleForProtection),
        BillingAddress = element.Optional(Elements.BillingAddress, AddressXml.Read),
        AvsResponse = element.OptionalText(Elements.AvsResponse),
        CvnResponse = element.OptionalText(Elements.CvnResponse),
        PartialCcNumber = element.OptionalText(Elements.PartialCcNumber),
        BuyerAccountAge = element.Int32IfValid(Elements.BuyerAccountAge),
        IpAddress = element.OptionalText(Elements.IpAddress),
    };

    public static void Write(WireWriter writer, XName name, RiskInformation risk)
    {
        writer.Start(name);
        writer.RequiredBoolean(Elements.EligibleForProtection, risk.EligibleForProtection);
        writer.RequiredChild(Elements.BillingAddress, risk.BillingAddress, AddressXml.Write);
        writer.RequiredText(Elements.AvsResponse, risk.AvsResponse);
        writer.RequiredText(Elements.CvnResponse, risk.CvnResponse);
        writer.RequiredText(Elements.PartialCcNumber, risk.PartialCcNumber);
        writer.RequiredInt64(Elements.BuyerAccountAge, risk.BuyerAccountAge);
        writer.RequiredText(Elements.IpAddress, risk.IpAddress);
        writer.End();
    }
}
