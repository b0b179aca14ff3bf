using GoogleCheckout.Carts;
using Microsoft.Extensions.Hosting;

namespace GoogleCheckout.Endurance;

/// <summary>Posts a cart for each buyer who comes to the shop.</summary>
internal sealed class Storefront(CheckoutClient client, TimeProvider clock, WorkCounter counter) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    public static CheckoutShoppingCart Cart { get; } = CheckoutShoppingCart.Create(new Item { ItemName = "Tea", ItemDescription = "Sencha", UnitPrice = new Money(35m, "USD"), Quantity = 1 });

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await client.CheckoutAsync(Cart, stoppingToken);
                counter.CountCart();
            }
            catch (CheckoutException)
            {
                // The service is being started again. The buyer goes away.
            }
        }
    }
}
