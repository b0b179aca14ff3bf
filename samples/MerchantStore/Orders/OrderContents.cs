using System.Text;
using GoogleCheckout;
using GoogleCheckout.Notifications;
using MerchantStore.Data;
using MerchantStore.Shop;

namespace MerchantStore.Orders;

/// <summary>What a new order has in its document: the buyer, the items and the store's numbers.</summary>
internal static class OrderContents
{
    public static void Fill(this Order order, NewOrderNotification document)
    {
        var xml = document.OriginalXml.Length > 0 ? document.OriginalXml.ToArray() : Encoding.UTF8.GetBytes(document.ToXmlString());
        order.Document = new OrderDocument { OrderNumber = order.Number, Xml = xml };
        order.PlacedAt = document.Timestamp ?? order.PlacedAt;
        order.ShopOrderNumber = ShopOrderNumber.In(document.ShoppingCart.MerchantPrivateData);
        order.CartId = ShopOrderNumber.CartIdIn(document.ShoppingCart.MerchantPrivateData);
        order.CalculationSuccessful = document.OrderAdjustment?.MerchantCalculationSuccessful;
        SetBuyer(order, document);
        order.Lines.AddRange(document.ShoppingCart.Items.Select(item => new OrderLine
        {
            OrderNumber = order.Number,
            ProductId = item.MerchantItemId,
            Name = item.ItemName,
            Description = item.ItemDescription,
            UnitPrice = item.UnitPrice.Amount,
            Quantity = item.Quantity,
        }));
    }

    private static void SetBuyer(Order order, NewOrderNotification document)
    {
        var (shipping, billing) = (document.BuyerShippingAddress, document.BuyerBillingAddress);
        order.BuyerName = shipping?.ContactName ?? billing?.ContactName;
        order.BuyerEmail = billing?.Email ?? shipping?.Email;
        order.AddSearchTerms(order.Number, order.ShopOrderNumber, order.BuyerName, order.BuyerEmail, billing?.ContactName, shipping?.Email);
    }
}
