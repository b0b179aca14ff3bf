namespace GoogleCheckout.Carts;

/// <summary>Carts without a fault, which the tests spoil or send.</summary>
internal static class GoodCarts
{
    /// <summary>Two things, shipped at one price.</summary>
    public static CheckoutShoppingCart Plain { get; } = CheckoutShoppingCart.Of(Item("Teapot", 39.50m), Item("Green tea", 6.25m))
        .WithShipping(new FlatRateShipping { Name = "Ground", Price = Dollars(5.00m) });

    public static Item Item(string name, decimal price) => new() { ItemName = name, ItemDescription = "Of good quality", UnitPrice = Dollars(price), Quantity = 2 };

    public static Money Dollars(decimal amount) => new(amount, "USD");
}
