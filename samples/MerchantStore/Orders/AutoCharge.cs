using System.Data.Common;
using GoogleCheckout.Notifications;
using GoogleCheckout.Orders;
using MerchantStore.Commands;

namespace MerchantStore.Orders;

/// <summary>Charges by itself what the policy allows, if the setting AutoCharge is on. The order keeps what was decided, and why.</summary>
/// <remarks>
/// A handler may run again, and its transaction may fail after all; a charge sent from it could be made twice, or for nothing.
/// So the decision writes the charge down in the handler's transaction, under an id of its own, and sends nothing.
/// Once that is committed, <see cref="CommandWorker"/> takes the charge from the log and sends it, once.
/// </remarks>
internal sealed class AutoCharge(IConfiguration configuration, CommandLog commands, TimeProvider time)
{
    private readonly bool _isOn = configuration.GetValue<bool>("AutoCharge");
    private readonly ChargePolicy _policy = new();

    public async Task DecideAsync(AuthorizationAmountNotification notification, DbTransaction transaction, CancellationToken cancellationToken)
    {
        if (!_isOn)
        {
            return;
        }

        var decision = _policy.Evaluate(notification, time.GetUtcNow());
        await OrderStore.KeepDecisionAsync(transaction, notification.GoogleOrderNumber, decision, cancellationToken);
        if (decision.ShouldCharge)
        {
            var charge = new ChargeOrderRequest { GoogleOrderNumber = notification.GoogleOrderNumber, Amount = decision.Amount };
            await commands.WriteDownAsync(transaction, $"charge by {notification.SerialNumber}", charge, cancellationToken);
        }
    }
}
