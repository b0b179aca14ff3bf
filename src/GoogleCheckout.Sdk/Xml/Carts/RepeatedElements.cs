using System.Xml.Linq;

namespace GoogleCheckout.Xml.Carts;

/// <summary>
/// Rejects a cart in which an element is repeated that must be there once. Only one of them could be read, and the others would be lost
/// without a word: a price, a shipping method, a tax rate.
/// </summary>
internal static class RepeatedElements
{
    // The containers, and the areas that may have several values: see AreaXml.
    private static readonly HashSet<XName> Lists =
    [
        Elements.Items, Elements.BuyerMessages, Elements.Payments, Elements.ShippingMethods, Elements.AllowedAreas, Elements.ExcludedAreas,
        Elements.CarrierCalculatedShippingOptions, Elements.ShippingPackages, Elements.TaxRules, Elements.AlternateTaxTables, Elements.AlternateTaxRules,
        Elements.TaxArea, Elements.TaxAreas, Elements.UsStateArea, Elements.UsZipArea, Elements.ParameterizedUrls, Elements.Parameters,
    ];

    /// <exception cref="WireFormatException">An element of the cart is repeated.</exception>
    public static void Reject(WireElement parent)
    {
        var isList = Lists.Contains(parent.Name);
        var names = new HashSet<XName>();
        foreach (var child in parent.Elements())
        {
            if (!isList && !names.Add(child.Name))
            {
                throw new WireFormatException(child, string.Empty, "is repeated, but only one is allowed");
            }

            Reject(child);
        }
    }
}
