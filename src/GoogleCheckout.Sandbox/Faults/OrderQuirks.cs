using System.Xml.Linq;

namespace GoogleCheckout.Sandbox.Faults;

/// <summary>Quirks of the parts of an order: missing parts, empty parts, and parts that the schema does not have.</summary>
internal static class OrderQuirks
{
    private static readonly string[] AddressParts = ["company-name", "fax", "phone", "address2"];
    private static readonly string[] BuyerAddresses = ["buyer-shipping-address", "buyer-billing-address"];

    /// <summary>Returns the edit of the quirk; null if the quirk belongs to another class.</summary>
    public static Action<XElement>? Find(Quirk quirk) => quirk switch
    {
        Quirk.NoTimestamp => root => Remove(WireXml.Direct(root, "timestamp")),
        Quirk.NoMarketingPreferences => root => Remove(WireXml.All(root, "buyer-marketing-preferences")),
        Quirk.NoAdjustmentTotal => root => Remove(WireXml.All(root, "adjustment-total")),
        Quirk.NoShipping => root => Remove(Adjustments(root).Elements(WireXml.Namespace + "shipping")),
        Quirk.NoOrderSummary => root => Remove(WireXml.Direct(root, "order-summary")),
        Quirk.EmptyParts => root => Empty(WireXml.Direct(root, [.. BuyerAddresses, "shopping-cart", "order-adjustment"])),
        Quirk.EmptyItemIds => root => Empty(WireXml.Direct(root, "item-ids")),
        Quirk.EmptyLists => AddEmptyLists,
        Quirk.ExactSubscriptionPayments => MakePaymentsExact,
        Quirk.GiftCertificatePin => AddPin,
        Quirk.BillingAddressId => AddBillingAddressId,
        Quirk.EmptyBillingAddress => EmptyBillingAddress,
        Quirk.EmptyAddressParts => EmptyAddressParts,
        Quirk.StructuredNames => AddStructuredNames,
        _ => null,
    };

    private static void Remove(IEnumerable<XElement> elements) => elements.ToList().ForEach(element => element.Remove());

    private static void Empty(IEnumerable<XElement> elements) => elements.ToList().ForEach(element => element.RemoveNodes());

    private static IEnumerable<XElement> Adjustments(XElement root) => WireXml.All(root, "order-adjustment");

    private static IEnumerable<XElement> RiskAddresses(XElement root) =>
        WireXml.All(root, "risk-information").Elements(WireXml.Namespace + "billing-address");

    private static void AddEmptyLists(XElement root)
    {
        foreach (var adjustment in Adjustments(root).ToList())
        {
            WireXml.GetOrAdd(adjustment, "merchant-codes");
            WireXml.GetOrAdd(adjustment.Parent!, "promotions");
        }
    }

    private static void MakePaymentsExact(XElement root)
    {
        foreach (var payment in WireXml.All(root, "subscription-payment"))
        {
            payment.SetAttributeValue("is-exact", "true");
        }
    }

    private static void AddPin(XElement root)
    {
        foreach (var certificate in WireXml.All(root, "gift-certificate-adjustment").ToList())
        {
            WireXml.GetOrAdd(certificate, "pin").Value = "1234";
        }
    }

    private static void AddBillingAddressId(XElement root)
    {
        foreach (var address in RiskAddresses(root))
        {
            address.SetAttributeValue("id", "BuyerBillingAddress");
        }
    }

    private static void EmptyBillingAddress(XElement root)
    {
        foreach (var address in RiskAddresses(root).ToList())
        {
            address.ReplaceNodes(new XComment(" the address would be here "));
        }
    }

    private static void EmptyAddressParts(XElement root)
    {
        foreach (var address in WireXml.All(root, [.. BuyerAddresses, "billing-address"]).ToList())
        {
            foreach (var part in AddressParts)
            {
                WireXml.GetOrAdd(address, part).RemoveNodes();
            }
        }
    }

    private static void AddStructuredNames(XElement root)
    {
        Remove(RiskAddresses(root).Elements(WireXml.Namespace + "structured-name"));
        foreach (var address in WireXml.All(root, BuyerAddresses).ToList())
        {
            var names = (address.Element(WireXml.Namespace + "contact-name")?.Value ?? string.Empty).Split(' ', 2);
            if (address.Element(WireXml.Namespace + "structured-name") is null)
            {
                address.Add(WireXml.New("structured-name", WireXml.New("first-name", names[0]), WireXml.New("last-name", names[^1])));
            }
        }
    }
}
