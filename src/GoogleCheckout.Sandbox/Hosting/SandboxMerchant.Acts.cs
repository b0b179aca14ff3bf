using GoogleCheckout.Notifications;
using GoogleCheckout.Sandbox.Orders;

namespace GoogleCheckout.Sandbox;

// Actions of the buyer, the buyer's bank and the service.
public sealed partial class SandboxMerchant
{
    /// <summary>Charges back money of an order, as the buyer's bank.</summary>
    /// <param name="googleOrderNumber">The order number.</param>
    /// <param name="amount">The amount; null for everything that was charged and not refunded or charged back.</param>
    /// <param name="cancellationToken">Cancels the call before the event happens.</param>
    /// <returns>The notification of the chargeback.</returns>
    /// <exception cref="ArgumentException">The merchant has no such order.</exception>
    /// <exception cref="InvalidOperationException">The amount exceeds what can be charged back.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled before the call; the event did not happen.</exception>
    public Task<ChargebackAmountNotification> ChargebackAsync(string googleOrderNumber, Money? amount = null, CancellationToken cancellationToken = default) =>
        RaiseEventAsync<ChargebackAmountNotification>(googleOrderNumber, new OrderEvent.ChargedBack(amount), cancellationToken);

    /// <summary>Cancels an order that is REVIEWING or PAYMENT_DECLINED, as the service.</summary>
    /// <param name="googleOrderNumber">The order number.</param>
    /// <param name="reason">The reason, which the notification contains.</param>
    /// <param name="cancellationToken">Cancels the call before the event happens.</param>
    /// <returns>The notification of the state change.</returns>
    /// <exception cref="ArgumentException">The merchant has no such order, or <paramref name="reason"/> is empty or contains a character that XML does not allow.</exception>
    /// <exception cref="InvalidOperationException">The order is in another state.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled before the call; the event did not happen.</exception>
    public Task<OrderStateChangeNotification> CancelByGoogleAsync(string googleOrderNumber, string reason, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        XmlCharacters.EnsureValid(reason, nameof(reason));
        return RaiseEventAsync<OrderStateChangeNotification>(googleOrderNumber, new OrderEvent.CancelledByService(reason), cancellationToken);
    }

    /// <summary>Cancels an order, as the buyer. This is possible for 15 minutes after the purchase, but not for digital goods.</summary>
    /// <param name="googleOrderNumber">The order number.</param>
    /// <param name="cancellationToken">Cancels the call before the event happens.</param>
    /// <returns>The notification of the state change.</returns>
    /// <exception cref="ArgumentException">The merchant has no such order.</exception>
    /// <exception cref="InvalidOperationException">The 15 minutes are over, the goods are digital, or the order is CHARGING or charged.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled before the call; the event did not happen.</exception>
    public Task<OrderStateChangeNotification> CancelByBuyerAsync(string googleOrderNumber, CancellationToken cancellationToken = default) =>
        RaiseEventAsync<OrderStateChangeNotification>(googleOrderNumber, new OrderEvent.CancelledByBuyer(), cancellationToken);

    /// <summary>Replaces the card of an order that is PAYMENT_DECLINED, as the buyer. If the card works, the order becomes CHARGEABLE.</summary>
    /// <param name="googleOrderNumber">The order number.</param>
    /// <param name="card">The new card.</param>
    /// <param name="cancellationToken">Cancels the call before the event happens.</param>
    /// <returns>A task that completes when the event has happened.</returns>
    /// <exception cref="ArgumentException">The merchant has no such order.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="card"/> is null.</exception>
    /// <exception cref="InvalidOperationException">The order is in another state.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled before the call; the event did not happen.</exception>
    public Task ReplaceCardAsync(string googleOrderNumber, TestCard card, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(googleOrderNumber);
        ArgumentNullException.ThrowIfNull(card);
        return RunAsync(() => _account.Service.RaiseEvent(googleOrderNumber, new OrderEvent.CardReplaced(card)), cancellationToken);
    }

    /// <summary>Cancels a subscription, as the buyer on the receipt page. Histories and polling do not list the notification.</summary>
    /// <param name="googleOrderNumber">The number of the order that contains the subscription.</param>
    /// <param name="merchantItemId">The item's id; null for all subscriptions of the order.</param>
    /// <param name="reason">The reason, which the notification contains.</param>
    /// <param name="cancellationToken">Cancels the call before the event happens.</param>
    /// <returns>The notification of the canceled subscription.</returns>
    /// <exception cref="ArgumentException">The merchant has no such order, or <paramref name="reason"/> is empty or contains a character that XML does not allow.</exception>
    /// <exception cref="InvalidOperationException">The order has no such subscription, or the subscription has ended.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled before the call; the event did not happen.</exception>
    public Task<CancelledSubscriptionNotification> CancelSubscriptionAsync(
        string googleOrderNumber, string? merchantItemId = null, string reason = "Customer request", CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        XmlCharacters.EnsureValid(reason, nameof(reason));
        return RaiseEventAsync<CancelledSubscriptionNotification>(googleOrderNumber, new OrderEvent.SubscriptionCancelled(merchantItemId, reason), cancellationToken);
    }

    private Task<TNotification> RaiseEventAsync<TNotification>(string googleOrderNumber, OrderEvent orderEvent, CancellationToken cancellationToken)
        where TNotification : Notification
    {
        ArgumentException.ThrowIfNullOrEmpty(googleOrderNumber);
        return RunAsync(() => _account.Service.RaiseEvent(googleOrderNumber, orderEvent).OfType<TNotification>().First(), cancellationToken);
    }

    /// <summary>Runs the action synchronously. Exceptions are returned in the task, not thrown.</summary>
    private static Task<T> RunAsync<T>(Func<T> action, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled<T>(cancellationToken);
        }

        try
        {
            return Task.FromResult(action());
        }
        catch (Exception e)
        {
            return Task.FromException<T>(e);
        }
    }
}
