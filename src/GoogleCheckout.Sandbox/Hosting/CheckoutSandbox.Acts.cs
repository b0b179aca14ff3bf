using GoogleCheckout.Notifications;
using GoogleCheckout.Sandbox.Orders;

namespace GoogleCheckout.Sandbox;

// What the buyer, his bank and the service do with an order.
public sealed partial class CheckoutSandbox
{
    /// <summary>The buyer's bank takes money back.</summary>
    /// <param name="googleOrderNumber">The order.</param>
    /// <param name="amount">How much; null for all that was charged and not given back.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>What the merchant is told.</returns>
    /// <exception cref="ArgumentException">The sandbox knows no such order.</exception>
    /// <exception cref="InvalidOperationException">The order has not that much to take back.</exception>
    public Task<ChargebackAmountNotification> ChargebackAsync(string googleOrderNumber, Money? amount = null, CancellationToken cancellationToken = default) =>
        RaiseEventAsync<ChargebackAmountNotification>(googleOrderNumber, new OrderEvent.ChargedBack(amount), cancellationToken);

    /// <summary>The service cancels an order that is REVIEWING or PAYMENT_DECLINED.</summary>
    /// <param name="googleOrderNumber">The order.</param>
    /// <param name="reason">Why, as the merchant is told.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>What the merchant is told.</returns>
    /// <exception cref="ArgumentException">The sandbox knows no such order, or there is no reason.</exception>
    /// <exception cref="InvalidOperationException">The order is in another state.</exception>
    public Task<OrderStateChangeNotification> CancelByGoogleAsync(string googleOrderNumber, string reason, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        return RaiseEventAsync<OrderStateChangeNotification>(googleOrderNumber, new OrderEvent.CancelledByService(reason), cancellationToken);
    }

    /// <summary>The buyer cancels an order: within 15 minutes of the purchase, and not digital goods.</summary>
    /// <param name="googleOrderNumber">The order.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>What the merchant is told.</returns>
    /// <exception cref="ArgumentException">The sandbox knows no such order.</exception>
    /// <exception cref="InvalidOperationException">It is too late, the goods are digital, or the order is charged or being charged.</exception>
    public Task<OrderStateChangeNotification> CancelByBuyerAsync(string googleOrderNumber, CancellationToken cancellationToken = default) =>
        RaiseEventAsync<OrderStateChangeNotification>(googleOrderNumber, new OrderEvent.CancelledByBuyer(), cancellationToken);

    /// <summary>The buyer gives another card for an order that is PAYMENT_DECLINED. One that works makes it CHARGEABLE.</summary>
    /// <param name="googleOrderNumber">The order.</param>
    /// <param name="card">The card.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ArgumentException">The sandbox knows no such order.</exception>
    /// <exception cref="InvalidOperationException">The order is in another state.</exception>
    public Task ReplaceCardAsync(string googleOrderNumber, TestCard card, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(googleOrderNumber);
        ArgumentNullException.ThrowIfNull(card);
        return RunAsync(() => _service.RaiseEvent(googleOrderNumber, new OrderEvent.CardReplaced(card)), cancellationToken);
    }

    /// <summary>The buyer ends a subscription on the page of the receipt. Histories and polling do not list the notification.</summary>
    /// <param name="googleOrderNumber">The order that the subscription came with.</param>
    /// <param name="merchantItemId">The item; null for all of the order.</param>
    /// <param name="reason">Why, as the merchant is told.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>What the merchant is told.</returns>
    /// <exception cref="ArgumentException">The sandbox knows no such order, or there is no reason.</exception>
    /// <exception cref="InvalidOperationException">The order has no such subscription, or it has ended.</exception>
    public Task<CancelledSubscriptionNotification> CancelSubscriptionAsync(
        string googleOrderNumber, string? merchantItemId = null, string reason = "Customer request", CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        return RaiseEventAsync<CancelledSubscriptionNotification>(googleOrderNumber, new OrderEvent.SubscriptionCancelled(merchantItemId, reason), cancellationToken);
    }

    private Task<TNotification> RaiseEventAsync<TNotification>(string googleOrderNumber, OrderEvent happening, CancellationToken cancellationToken)
        where TNotification : Notification
    {
        ArgumentException.ThrowIfNullOrEmpty(googleOrderNumber);
        return RunAsync(() => _service.RaiseEvent(googleOrderNumber, happening).OfType<TNotification>().First(), cancellationToken);
    }

    /// <summary>Acts at once; what fails is the returned task, not the call.</summary>
    private static Task<T> RunAsync<T>(Func<T> act, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled<T>(cancellationToken);
        }

        try
        {
            return Task.FromResult(act());
        }
        catch (Exception e)
        {
            return Task.FromException<T>(e);
        }
    }
}
