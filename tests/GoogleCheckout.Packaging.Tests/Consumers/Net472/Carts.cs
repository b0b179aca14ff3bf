using System.Xml.Linq;
using GoogleCheckout;
using GoogleCheckout.Carts;
using GoogleCheckout.Notifications;

/// <summary>Each method that takes any number of values, called with single ones: C# 9 creates an array.</summary>
internal static class Carts
{
    public static CheckoutShoppingCart Create()
    {
        var tea = new Item { ItemName = "Green tea", ItemDescription = "Sencha, 100 g", UnitPrice = new Money(6.25m, "USD"), Quantity = 2 };
        var teapot = new Item { ItemName = "Teapot", ItemDescription = "Cast iron, 0.8 l", UnitPrice = new Money(39.50m, "USD"), Quantity = 1 };
        return CheckoutShoppingCart.Create(tea, teapot)
            .WithShipping(
                new FlatRateShipping { Name = "Ground", Price = new Money(5.00m, "USD") },
                new Pickup { Name = "At the shop", Price = new Money(0m, "USD") })
            .WithTaxes(TaxTables.FromRules(
                new DefaultTaxRule { Rate = 0.08m, TaxAreas = new[] { Area.USZip("100*"), Area.USZip("11201") } },
                new DefaultTaxRule { Rate = 0.04m, TaxArea = Area.USState("NY") }))
            .WithPrivateData(PrivateData.FromXml(new XElement("cart-id", 4711), new XElement("channel", "web")));
    }

    public static NotificationAuthenticator Authenticator(string merchantId, string oldKey, string newKey) => new(merchantId, oldKey, newKey);
}
