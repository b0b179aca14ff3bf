// <program>
using GoogleCheckout;
using GoogleCheckout.Sandbox;

await using var sandbox = await CheckoutSandbox.StartAsync();
using var client = sandbox.CreateClient();
var order = (await sandbox.PlaceOrderAsync(await client.CheckoutAsync(SampleNotifications.Cart()))).GoogleOrderNumber;
await sandbox.AdvanceAsync(TimeSpan.FromMinutes(1));
await client.ChargeOrderAsync(order);

await client.RefundOrderAsync(order, "One cup was broken", new Money(4.50m, "USD"));
Console.WriteLine($"Refunded: {(await client.GetOrderSummariesAsync([order]))[0].TotalRefundAmount}");
// </program>
