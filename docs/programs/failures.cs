// <program>
using GoogleCheckout;
using GoogleCheckout.Sandbox;

await using var sandbox = await CheckoutSandbox.StartAsync();
using var client = sandbox.CreateClient();
var order = (await sandbox.PlaceOrderAsync(await client.CheckoutAsync(SampleNotifications.Cart()))).GoogleOrderNumber;
try
{
    // Nothing was charged yet.
    await client.RefundOrderAsync(order, "One cup was broken");
}
catch (CheckoutApiException error)
{
    Console.WriteLine($"The service rejected the command: {error.ErrorMessage}");
}
catch (CheckoutException error) when (error.OutcomeUnknown)
{
    Console.WriteLine("The command may have been executed: look up the order before you send it again.");
}
// </program>
