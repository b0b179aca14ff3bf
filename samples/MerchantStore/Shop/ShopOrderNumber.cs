using System.Xml.Linq;
using GoogleCheckout;

namespace MerchantStore.Shop;

/// <summary>The store's order number and the id of the cart, which are sent with the cart as private data.</summary>
internal static class ShopOrderNumber
{
    private const string Element = "shop-order-number";
    private const string CartElement = "cart-id";

    public static PrivateData ToPrivateData(string number, string cartId) => PrivateData.FromXml(new XElement(Element, number), new XElement(CartElement, cartId));

    public static string? In(PrivateData? data) => data is not null && data.TryGetValue(Element, out string? number) ? number : null;

    /// <summary>Returns the id of the buyer's cart: two orders with the same are possibly one order placed twice.</summary>
    public static string? CartIdIn(PrivateData? data) => data is not null && data.TryGetValue(CartElement, out string? id) ? id : null;
}
