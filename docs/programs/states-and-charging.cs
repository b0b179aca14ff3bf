// <program>
using GoogleCheckout;
using GoogleCheckout.Orders;
using GoogleCheckout.Sandbox;

await using var sandbox = await CheckoutSandbox.StartAsync();
using var client = sandbox.CreateClient();
var order = (await sandbox.PlaceOrderAsync(await client.CheckoutAsync(SampleNotifications.Cart()))).GoogleOrderNumber;
await sandbox.AdvanceAsync(TimeSpan.FromMinutes(1));

var status = OrderStatus.FromSummary((await client.GetOrderSummariesAsync([order]))[0]);
foreach (var action in OrderRules.GetActions(status).All)
{
    Console.WriteLine($"{action.Name}: {action.DisallowedReason ?? "allowed"}");
}
// </program>
