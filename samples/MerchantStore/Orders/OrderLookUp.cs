using GoogleCheckout;
using MerchantStore.Data;
using MerchantStore.Settings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace MerchantStore.Orders;

/// <summary>Asks Google Checkout for the status of an order, and stores it.</summary>
internal sealed class OrderLookUp(StoreContext store, CheckoutClient client, IOptionsMonitor<StoreOptions> options)
{
    private const int MaxLookUps = 3;

    /// <summary>Updates an order. If a notification changes it between the question and the response, the response may be older: then it asks again.</summary>
    /// <returns>True if the order now is as Google Checkout or a later notification reports it; false if Google Checkout does not know it.</returns>
    /// <exception cref="CheckoutException">The query failed.</exception>
    public async Task<bool> UpdateAsync(string orderNumber, CancellationToken cancellationToken)
    {
        for (var asked = 0; asked < MaxLookUps; asked++)
        {
            store.ChangeTracker.Clear();
            var order = await store.Orders.SingleAsync(each => each.Number == orderNumber, cancellationToken);
            if (await client.GetOrderSummariesAsync([orderNumber], cancellationToken) is [var summary])
            {
                order.Apply(summary);
                order.Status = options.CurrentValue.ShopStatus.Get(order);
            }
            else
            {
                order.IsUnknownToGoogle = true;
                order.Version++;
            }

            try
            {
                await store.SaveChangesAsync(cancellationToken);
                return !order.IsUnknownToGoogle;
            }
            catch (DbUpdateConcurrencyException)
            {
                store.ChangeTracker.Clear();
            }
        }

        return true;
    }
}
