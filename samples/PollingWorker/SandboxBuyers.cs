using GoogleCheckout;
using GoogleCheckout.Carts;
using GoogleCheckout.Sandbox;
using Microsoft.Extensions.Hosting;

namespace PollingWorker;

/// <summary>Simulates a buyer who orders tea in the sandbox every few seconds, and then advances the sandbox's clock by 45 minutes, because newer notifications cannot be polled.</summary>
internal sealed class SandboxBuyers(CheckoutSandbox sandbox, CheckoutClient client) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(3);

    private static readonly CheckoutShoppingCart Tea = new()
    {
        ShoppingCart = new ShoppingCart
        {
            Items = [new Item { ItemName = "Green tea", ItemDescription = "Sencha, 100 g", UnitPrice = new Money(6.25m, "USD"), Quantity = 2 }],
        },
    };

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await sandbox.PlaceOrderAsync(await client.CheckoutAsync(Tea, cancellationToken: stoppingToken), cancellationToken: stoppingToken);
                await sandbox.AdvanceAsync(TimeSpan.FromMinutes(45), stoppingToken);
            }
            catch (CheckoutException e)
            {
                // An exception that leaves this method would end the program.
                Console.WriteLine($"The buyer could not order: {e.Message}");
            }

            await Task.Delay(Pause, stoppingToken);
        }
    }
}
