// <first>
using GoogleCheckout;
using GoogleCheckout.Carts;
using GoogleCheckout.Sandbox;

await using var sandbox = await CheckoutSandbox.StartAsync();
using var client = sandbox.CreateClient();

// The merchant posts a cart, and sends the buyer's browser to redirect.RedirectUrl.
var tea = new Item { ItemName = "Green tea", ItemDescription = "Sencha, 100 g", UnitPrice = new Money(6.25m, "USD"), Quantity = 2 };
var redirect = await client.CheckoutAsync(CheckoutShoppingCart.Create(tea));

// The buyer places the order. The service reviews it for a minute.
var order = (await sandbox.PlaceOrderAsync(redirect)).GoogleOrderNumber;
await sandbox.AdvanceAsync(TimeSpan.FromMinutes(1));

// The merchant charges the order.
await client.ChargeOrderAsync(order);

var summary = (await client.GetOrderSummariesAsync([order]))[0];
Console.WriteLine($"{summary.FinancialOrderState}, {summary.TotalChargeAmount}");
// </first>
