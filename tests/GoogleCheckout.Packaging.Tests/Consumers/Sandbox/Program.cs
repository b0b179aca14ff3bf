using GoogleCheckout.Sandbox;

await using var sandbox = await CheckoutSandbox.StartAsync();
using var client = sandbox.CreateClient();

var redirect = await client.CheckoutAsync(SampleNotifications.Cart());
var order = (await sandbox.PlaceOrderAsync(redirect)).GoogleOrderNumber;
await sandbox.AdvanceAsync(TimeSpan.FromMinutes(1));
await client.ChargeOrderAsync(order);

var summary = (await client.GetOrderSummariesAsync([order]))[0];
Console.WriteLine($"{summary.FinancialOrderState.ToString().ToUpperInvariant()}: {summary.TotalChargeAmount}");
