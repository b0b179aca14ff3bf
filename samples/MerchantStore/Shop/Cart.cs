using GoogleCheckout;
using GoogleCheckout.Carts;

namespace MerchantStore.Shop;

/// <summary>What a visitor means to buy.</summary>
internal sealed record Cart(IReadOnlyList<CartLine> Lines)
{
    public const int MostOfOne = 99;

    /// <summary>Where the shop is: buyers there pay sales tax.</summary>
    public const string HomeState = "CA";

    public static Cart Empty { get; } = new([]);

    private static FlatRateShipping Shipping { get; } = new() { Name = "Ground", Price = new Money(5.00m, "USD") };

    private static TaxTables Taxes { get; } = TaxTables.FromRules(new DefaultTaxRule { Rate = 0.0825m, TaxArea = Area.USState(HomeState) });

    public int Count => Lines.Sum(line => line.Quantity);

    public int QuantityOf(Product product) => Lines.FirstOrDefault(line => line.Product == product)?.Quantity ?? 0;

    /// <summary>The cart with that many of the product; zero takes it out.</summary>
    public Cart With(Product product, int quantity)
    {
        var wanted = Math.Clamp(quantity, 0, MostOfOne);
        return new Cart([.. Product.All
            .Select(each => new CartLine(each, each == product ? wanted : QuantityOf(each)))
            .Where(line => line.Quantity > 0)]);
    }

    /// <summary>What an order of the cart costs that goes there, as Google Checkout will reckon it.</summary>
    /// <param name="state">A state of the United States, such as CA; null for any that the shop is not in.</param>
    public CartPrice PriceIn(string? state) => CartCalculator.Calculate(ToCheckout(), new CartSelections
    {
        ShippingName = Shipping.Name,
        ShippingAddress = new Address { Region = state, CountryCode = "US" },
    });

    /// <summary>The cart as Google Checkout takes it. What is in the private data comes back with every notification of the order.</summary>
    public CheckoutShoppingCart ToCheckout(string shopOrderNumber, string cartPage, string thanksPage)
    {
        var cart = ToCheckout().WithPrivateData(ShopOrderNumber.ToPrivateData(shopOrderNumber));
        return cart with { CheckoutFlowSupport = cart.CheckoutFlowSupport! with { EditCartUrl = cartPage, ContinueShoppingUrl = thanksPage } };
    }

    private CheckoutShoppingCart ToCheckout() => CheckoutShoppingCart.Create(Lines.Select(ToItem)).WithShipping(Shipping).WithTaxes(Taxes);

    private static Item ToItem(CartLine line) => new()
    {
        ItemName = line.Product.Name,
        ItemDescription = line.Product.Description,
        UnitPrice = line.Product.Price,
        Quantity = line.Quantity,
        MerchantItemId = line.Product.Id,
    };
}
