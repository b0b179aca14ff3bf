using GoogleCheckout;
using GoogleCheckout.Carts;

namespace MerchantStore.Shop;

/// <summary>The visitor's cart.</summary>
internal sealed record Cart(IReadOnlyList<CartLine> Lines)
{
    public const int MaxQuantity = 99;

    /// <summary>The state of the store, where buyers pay sales tax.</summary>
    public const string HomeState = "CA";

    public static Cart Empty { get; } = new([]);

    private static FlatRateShipping Shipping { get; } = new() { Name = "Ground", Price = new Money(5.00m, "USD") };

    private static TaxTables Taxes { get; } = TaxTables.FromRules(new DefaultTaxRule { Rate = 0.0825m, TaxArea = Area.USState(HomeState) });

    public int Count => Lines.Sum(line => line.Quantity);

    public int QuantityOf(Product product) => Lines.FirstOrDefault(line => line.Product == product)?.Quantity ?? 0;

    /// <summary>Returns the cart with this quantity of the product; zero removes it.</summary>
    public Cart With(Product product, int quantity)
    {
        var wanted = Math.Clamp(quantity, 0, MaxQuantity);
        return new Cart([.. Product.All
            .Select(each => new CartLine(each, each == product ? wanted : QuantityOf(each)))
            .Where(line => line.Quantity > 0)]);
    }

    /// <summary>Calculates the price for a destination, as Google Checkout does.</summary>
    /// <param name="state">The code of a US state, for example CA; null for any state other than that of the store.</param>
    public CartPrice PriceIn(string? state) => CartCalculator.Calculate(ToCheckout(), new CartSelections
    {
        ShippingName = Shipping.Name,
        ShippingAddress = new Address { Region = state, CountryCode = "US" },
    });

    /// <summary>Creates the cart for Google Checkout. The new-order notification contains its private data.</summary>
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
