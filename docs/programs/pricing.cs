// <program>
using GoogleCheckout;
using GoogleCheckout.Carts;

var tea = new Item { ItemName = "Green tea", ItemDescription = "Sencha, 100 g", UnitPrice = new Money(6.25m, "USD"), Quantity = 2 };
var cart = CheckoutShoppingCart.Create(tea)
    .WithShipping(new FlatRateShipping { Name = "Ground", Price = new Money(5.00m, "USD") });

var price = CartCalculator.Calculate(cart, new CartSelections { ShippingName = "Ground" });
Console.WriteLine($"{price.Subtotal} for the items, {price.Total} in total");
// </program>
