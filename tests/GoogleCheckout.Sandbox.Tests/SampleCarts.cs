using GoogleCheckout.Carts;

namespace GoogleCheckout.Sandbox;

/// <summary>Carts for tests.</summary>
internal static class SampleCarts
{
    /// <summary>Two books at 20.00 and a map at 5.50, shipped for 4.50: 50.00 in total.</summary>
    public static CheckoutShoppingCart Books => new()
    {
        ShoppingCart = new ShoppingCart
        {
            Items =
            [
                new Item { ItemName = "Book", ItemDescription = "A novel", UnitPrice = new Money(20.00m, "USD"), Quantity = 2, MerchantItemId = "book" },
                new Item { ItemName = "Map", ItemDescription = "Of the world", UnitPrice = new Money(5.50m, "USD"), Quantity = 1, MerchantItemId = "map" },
            ],
            MerchantPrivateData = PrivateData.FromText("shop order 4711"),
        },
        CheckoutFlowSupport = new MerchantCheckoutFlowSupport
        {
            ShippingMethods =
            [
                new FlatRateShipping { Name = "Ground", Price = new Money(4.50m, "USD") },
                new Pickup { Name = "At the shop", Price = new Money(0.00m, "USD") },
            ],
        },
    };
}
