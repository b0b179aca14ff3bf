// <program>
using GoogleCheckout;
using GoogleCheckout.Carts;

var options = new CheckoutOptions { MerchantId = "1234567890", MerchantKey = "a key for tests", Environment = CheckoutEnvironment.Sandbox };
var tea = new Item { ItemName = "Green tea", ItemDescription = "Sencha, 100 g", UnitPrice = new Money(6.25m, "USD"), Quantity = 2 };
var cart = CheckoutShoppingCart.Create(tea);

Console.WriteLine(CheckoutForm.Sign(cart, options).ToHtml(CheckoutButton.ForCart(cart)));
// </program>
