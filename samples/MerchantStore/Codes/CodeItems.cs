using System.Xml.Linq;
using GoogleCheckout;
using GoogleCheckout.Carts;
using GoogleCheckout.Notifications;
using GoogleCheckout.Orders;

namespace MerchantStore.Codes;

/// <summary>The codes of the store's cart as items with negative prices, which Google Checkout subtracts from the others.</summary>
internal static class CodeItems
{
    private const string CertificateElement = "gift-certificate";

    public static Item ToItem(CodeValue value) => new()
    {
        ItemName = value.Kind == CodeKind.Coupon ? $"Coupon {value.Code}" : "Gift certificate",
        ItemDescription = value.Message,
        UnitPrice = -value.Amount,
        Quantity = 1,
        MerchantPrivateItemData = value.Kind == CodeKind.GiftCertificate ? PrivateData.FromXml(new XElement(CertificateElement, value.Code)) : null,
    };

    /// <summary>Returns the code of a gift certificate; null if the item is something else.</summary>
    public static string? CertificateIn(Item item) =>
        item.UnitPrice.Amount < 0 && item.MerchantPrivateItemData is { } data && data.TryGetValue(CertificateElement, out string? code) ? code : null;

    /// <summary>Returns the gift certificates of an order with their amounts, whichever way they came: as items, or as codes that the buyer entered at Google Checkout.</summary>
    public static IEnumerable<(string Code, decimal Amount)> CertificatesIn(NewOrderNotification order) =>
    [
        .. order.ShoppingCart.Items.Where(item => CertificateIn(item) is not null).Select(item => (CertificateIn(item)!, -item.UnitPrice.Amount * item.Quantity)),
        .. (order.OrderAdjustment?.MerchantCodes ?? []).OfType<GiftCertificateAdjustment>().Select(code => (code.Code, code.AppliedAmount.Amount)),
    ];
}
