using GoogleCheckout.Notifications;
using GoogleCheckout.Orders;
using MerchantStore.Data;
using MerchantStore.Settings;
using Microsoft.Extensions.Options;

namespace MerchantStore.Orders;

/// <summary>Charges orders automatically if the settings say so and their conditions are met. The order stores the decision and its reasons.</summary>
/// <remarks>A handler may run again, and its transaction may still fail. So it sends nothing: it records the charge in the outbox, in its own transaction.</remarks>
internal sealed class AutoCharge(IOptionsMonitor<StoreOptions> options, OrderCommands commands, TimeProvider time)
{
    public async Task DecideAsync(Order order, AuthorizationAmountNotification notification, CancellationToken cancellationToken)
    {
        var settings = options.CurrentValue;

        // An order on hold waits for the owner, for example because another order has used its gift certificate.
        if (!settings.AutoCharge || order.OnHold)
        {
            return;
        }

        var decision = settings.Charge.ToPolicy(settings.Currency).Evaluate(notification, time.GetUtcNow());
        order.Decision = decision.ToString();
        order.OnHold = !decision.ShouldCharge;
        if (decision.ShouldCharge)
        {
            var charge = new ChargeOrderRequest { GoogleOrderNumber = order.Number, Amount = decision.Amount };
            await commands.EnqueueAsync(charge, $"charge by {notification.SerialNumber}", cancellationToken);
        }
    }
}
