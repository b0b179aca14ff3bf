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

    /// <summary>Returns a cart that has the text in each place where the protocol allows any text.</summary>
    public static CheckoutShoppingCart WithTexts(string text) => new()
    {
        ShoppingCart = new ShoppingCart
        {
            Items =
            [
                new Item
                {
                    ItemName = text,
                    ItemDescription = text,
                    UnitPrice = new Money(20.00m, "USD"),
                    Quantity = 2,
                    MerchantItemId = text,
                    MerchantPrivateItemData = PrivateData.FromText(text),
                    TaxTableSelector = text,
                    DigitalContent = new DigitalContent { Description = text, Key = text, Url = "https://example.com/?" + text },
                },
                new Item { ItemName = text, ItemDescription = text, UnitPrice = new Money(5.50m, "USD"), Quantity = 1, MerchantItemId = text + "2" },
            ],
            MerchantPrivateData = PrivateData.FromText(text),
            BuyerMessages = [new BuyerNote { Text = text }, new SpecialRequests { Text = text }],
        },
        CheckoutFlowSupport = new MerchantCheckoutFlowSupport
        {
            ShippingMethods = [new FlatRateShipping { Name = text, Price = new Money(1.00m, "USD") }, new Pickup { Name = text + "2", Price = new Money(0.00m, "USD") }],
            TaxTables = new TaxTables
            {
                DefaultTaxTable = new DefaultTaxTable { TaxRules = [new DefaultTaxRule { Rate = 0.1m, TaxAreas = [new USStateArea { State = "IL" }] }] },
                AlternateTaxTables = [new AlternateTaxTable { Name = text, AlternateTaxRules = [new AlternateTaxRule { Rate = 0.05m, TaxAreas = [new USStateArea { State = "IL" }] }] }],
            },
            ParameterizedUrls = [new ParameterizedUrl { Url = "https://example.com/pixel?" + Uri.EscapeDataString(text), Parameters = [new UrlParameter { Name = text, Type = UrlParameterTypes.OrderTotal }] }],
            EditCartUrl = "https://example.com/?" + text,
            ContinueShoppingUrl = "https://example.com/?" + text,
            AnalyticsData = text,
        },
    };
}
