using GoogleCheckout.Orders;
using MerchantStore.Data;
using MerchantStore.Settings;
using Microsoft.Extensions.Options;

namespace MerchantStore.Orders;

/// <summary>
/// Cancels an order whose merchant calculation failed if the setting CancelFailedCalculations is true: the buyer pays the default shipping cost and tax of the cart,
/// and got no coupon. Otherwise the owner sees it on the order's page.
/// </summary>
internal sealed class FailedCalculation(IOptionsMonitor<StoreOptions> options, OrderCommands commands)
{
    /// <summary>Records the cancellation in the outbox, in the open transaction.</summary>
    public async Task HandleAsync(Order order, CancellationToken cancellationToken)
    {
        if (options.CurrentValue.CancelFailedCalculations && order.CalculationSuccessful == false)
        {
            var cancel = new CancelOrderRequest
            {
                GoogleOrderNumber = order.Number,
                Reason = "Shipping, tax and discounts could not be calculated",
                Comment = "Our store did not respond in time. Please order again.",
            };
            await commands.EnqueueAsync(cancel, $"failed calculation of {order.Number}", cancellationToken);
        }
    }
}
