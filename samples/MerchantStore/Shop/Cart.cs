using GoogleCheckout;
using GoogleCheckout.Carts;

namespace MerchantStore.Shop;

/// <summary>What a visitor means to buy.</summary>
internal sealed record Cart(IReadOnlyList<CartLine> Lines)
{
    public const int MostOfOne = 99;

    public static Cart Empty { get; } = new([]);

    public int Count => Lines.Sum(line => line.Quantity);

    public Money Total => Lines.Select(line => line.Price).Aggregate((sum, price) => sum + price);

    public int QuantityOf(Product product) => Lines.FirstOrDefault(line => line.Product == product)?.Quantity ?? 0;

    /// <summary>The cart with that many of the product; zero takes it out.</summary>
    public Cart With(Product product, int quantity)
    {
        var wanted = Math.Clamp(quantity, 0, MostOfOne);
        return new Cart([.. Product.All
            .Select(each => new CartLine(each, each == product ? wanted : QuantityOf(each)))
            .Where(line => line.Quantity > 0)]);
    }

    /// <summary>The cart as Google Checkout takes it. What is in the private data comes back with every notification of the order.</summary>
    public CheckoutShoppingCart ToCheckout(string shopOrderNumber, string cartPage, string thanksPage) => new()
    {
        ShoppingCart = new ShoppingCart
        {
            Items = [.. Lines.Select(ToItem)],
            MerchantPrivateData = ShopOrderNumber.ToPrivateData(shopOrderNumber),
        },
        CheckoutFlowSupport = new MerchantCheckoutFlowSupport
        {
            EditCartUrl = cartPage,
            ContinueShoppingUrl = thanksPage,
            ShippingMethods = [new FlatRateShipping { Name = "Ground", Price = new Money(5.00m, "USD") }],
        },
    };

    private static Item ToItem(CartLine line) => new()
    {
        ItemName = line.Product.Name,
        ItemDescription = line.Product.Description,
        UnitPrice = line.Product.Price,
        Quantity = line.Quantity,
        MerchantItemId = line.Product.Id,
    };
}
