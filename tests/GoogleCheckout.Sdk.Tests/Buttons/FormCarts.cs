namespace GoogleCheckout.Carts;

/// <summary>Carts for the tests of forms and buttons.</summary>
internal static class FormCarts
{
    public static CheckoutShoppingCart Tea => Of("Tea", "Green, 100 g", "USD");

    public static CheckoutShoppingCart Of(string name, string description, string currency) => new()
    {
        ShoppingCart = new ShoppingCart
        {
            Items = [new Item { ItemName = name, ItemDescription = description, UnitPrice = new Money(4.50m, currency), Quantity = 2 }],
        },
    };
}
