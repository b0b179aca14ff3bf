using GoogleCheckout.Notifications;
using GoogleCheckout.Orders;
using MerchantStore.Data;
using MerchantStore.Settings;

namespace MerchantStore.Orders;

/// <summary>Charges orders automatically if the settings say so and their conditions are met. The order stores the decision and its reasons.</summary>
/// <remarks>A handler may run again, and its transaction may still fail. So it sends nothing: it records the charge in the outbox, in its own transaction.</remarks>
internal sealed class AutoCharge(IConfiguration configuration, OrderCommands commands, TimeProvider time)
{
    public async Task DecideAsync(Order order, AuthorizationAmountNotification notification, CancellationToken cancellationToken)
    {
        // An order on hold waits for the owner, for example because another order has used its gift certificate.
        if (!ChargeSettings.IsOn(configuration) || order.OnHold)
        {
            return;
        }

        var decision = ChargeSettings.ReadPolicy(configuration).Evaluate(notification, time.GetUtcNow());
        order.Decision = decision.ToString();
        order.OnHold = !decision.ShouldCharge;
        if (decision.ShouldCharge)
        {
            var charge = new ChargeOrderRequest { GoogleOrderNumber = order.Number, Amount = decision.Amount };
            await commands.EnqueueAsync(charge, $"charge by {notification.SerialNumber}", cancellationToken);
        }
    }
}
