// <usings>
using System.Xml.Linq;
using GoogleCheckout;
using GoogleCheckout.Carts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
// </usings>

namespace TeaShop;

/// <summary>The page of GCheckout.dll's examples that posts private data, on this SDK.</summary>
internal static class PrivateDataPage
{
    public static void Map(WebApplication app)
    {
        // <page>
        app.MapPost("/checkout/{cartId:long}", async (long cartId, CheckoutClient client, CancellationToken cancellationToken) =>
        {
            var tea = new Item
            {
                ItemName = "Green tea",
                ItemDescription = "Sencha, 100 g",
                UnitPrice = new Money(6.25m, "USD"),
                Quantity = 2,
                MerchantItemId = "sencha-100",
                MerchantPrivateItemData = PrivateData.FromXml(new XElement("supplier-id", "uji-7"), new XElement("quantity-on-hand", 45)),
            };
            var cart = CheckoutShoppingCart.Create(tea)
                .WithShipping(new FlatRateShipping { Name = "Ground", Price = new Money(5.00m, "USD") })
                .WithPrivateData(PrivateData.FromXml(new XElement("shopper-id", 17), new XElement("cart-id", cartId)));

            var redirect = await client.CheckoutAsync(cart, cancellationToken);
            return Results.Redirect(redirect.RedirectUrl);
        });
        // </page>
    }
}
