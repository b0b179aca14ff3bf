// <program>
using GoogleCheckout;
using GoogleCheckout.Carts;
using GoogleCheckout.Sandbox;

await using var sandbox = await CheckoutSandbox.StartAsync();
using var client = sandbox.CreateClient();

var tea = new Item { ItemName = "Green tea", ItemDescription = "Sencha, 100 g", UnitPrice = new Money(6.25m, "USD"), Quantity = 2 };
var cart = CheckoutShoppingCart.Create(tea)
    .WithShipping(new FlatRateShipping { Name = "Ground", Price = new Money(5.00m, "USD") });

var redirect = await client.CheckoutAsync(cart);
Console.WriteLine($"Send the buyer's browser to {redirect.RedirectUrl}");
// </program>
