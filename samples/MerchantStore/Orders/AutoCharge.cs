using System.Data.Common;
using GoogleCheckout.Notifications;
using GoogleCheckout.Orders;
using MerchantStore.Commands;

namespace MerchantStore.Orders;

/// <summary>Charges orders automatically if the policy allows it and the setting AutoCharge is true. The order stores the decision and its reasons.</summary>
/// <remarks>
/// A handler may run again, and its transaction may still fail, so a charge sent from it could be sent twice or without a record.
/// The handler therefore records the charge in its transaction, with a unique id, and sends nothing.
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
