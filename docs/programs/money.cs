// <program>
using GoogleCheckout;
using GoogleCheckout.Orders;
using GoogleCheckout.Sandbox;

await using var sandbox = await CheckoutSandbox.StartAsync();
using var client = sandbox.CreateClient();
var reconciler = new OrderReconciler(client);
var order = (await sandbox.PlaceOrderAsync(await client.CheckoutAsync(SampleNotifications.Cart()))).GoogleOrderNumber;
await sandbox.AdvanceAsync(TimeSpan.FromMinutes(1));

// The sandbox executes the charge, and drops the connection before it responds.
sandbox.Faults.When(message => message is ChargeOrderRequest, SandboxFault.DropAfter, times: 1);
Console.WriteLine(await reconciler.EnsureChargedAsync(order, new Money(10m, "USD")));

// The same call again: nothing is missing, so nothing is sent.
Console.WriteLine(await reconciler.EnsureChargedAsync(order, new Money(10m, "USD")));
// </program>
