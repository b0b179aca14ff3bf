// <program>
using GoogleCheckout;
using GoogleCheckout.Carts;

var tea = new Item { ItemName = "", ItemDescription = "Sencha, 100 g", UnitPrice = new Money(6.25m, "USD"), Quantity = -1 };
foreach (var error in CheckoutShoppingCart.Create(tea).Validate())
{
    Console.WriteLine($"{(error.IsWarning ? "warning" : "error")}: {error}");
}
// </program>
