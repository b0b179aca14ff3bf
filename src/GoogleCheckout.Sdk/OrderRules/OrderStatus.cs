using GoogleCheckout.Carts;
using GoogleCheckout.Notifications;

namespace GoogleCheckout.Orders;

/// <summary>
/// The status of an order: the data that <see cref="OrderRules"/> and <see cref="ChargePolicy"/> need. Create it from a summary or
/// from the first notification, and update it with <see cref="Apply"/>.
/// </summary>
public sealed record OrderStatus
{
    /// <summary>The financial state of the order.</summary>
    public required FinancialOrderState FinancialOrderState { get; init; }

    /// <summary>The fulfillment state of the order.</summary>
    public required FulfillmentOrderState FulfillmentOrderState { get; init; }

    /// <summary>The total amount of the order.</summary>
    public required Money OrderTotal { get; init; }

    /// <summary>The total amount charged.</summary>
    public required Money TotalChargeAmount { get; init; }

    /// <summary>The total amount refunded.</summary>
    public required Money TotalRefundAmount { get; init; }

    /// <summary>The total amount charged back by the buyer's bank.</summary>
    public required Money TotalChargebackAmount { get; init; }

    /// <summary>The ordered items; null if unknown. If null, any item ID is accepted.</summary>
    public ShoppingCart? ShoppingCart { get; init; }

    /// <summary>The known data about the payment.</summary>
    public PaymentStatus Payment { get; init; } = new();

    /// <summary>
    /// The time of the last state change, with which older notifications that arrive late are recognized; null if unknown.
    /// </summary>
    public DateTimeOffset? StateChangedAt { get; init; }

    /// <summary>
    /// The financial state before the last change, with which a late notification of the same time is recognized; Unknown if unknown.
    /// </summary>
    public FinancialOrderState PreviousFinancialOrderState { get; init; }

    /// <summary>Whether the order is a donation to a donation account. The service charges donations automatically, and accepts few commands for them.</summary>
    public bool IsDonation { get; init; }

    /// <summary>The remaining amount to charge, regardless of the state. Never negative.</summary>
    /// <exception cref="InvalidOperationException">The amounts are in different currencies.</exception>
    public Money ChargeableAmount => ClampToZero(Subtract(OrderTotal, TotalChargeAmount));

    /// <summary>The remaining amount to refund, regardless of the state. Never negative.</summary>
    /// <exception cref="InvalidOperationException">The amounts are in different currencies.</exception>
    /// <remarks>An amount that was charged back cannot also be refunded. The behavior of the service is unknown here; this is an assumption of the SDK.</remarks>
    public Money RefundableAmount => ClampToZero(Subtract(Subtract(TotalChargeAmount, TotalRefundAmount), TotalChargebackAmount));

    /// <summary>Creates a status from an order summary.</summary>
    /// <param name="order">The summary, preferably from a recent report: the summary in a notification is a snapshot of that time.</param>
    /// <returns>The status.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="order"/> is null.</exception>
    public static OrderStatus FromSummary(OrderSummary order) => OrderProgress.FromSummary(order ?? throw new ArgumentNullException(nameof(order)));

    /// <summary>Creates the status of a new order.</summary>
    /// <param name="notification">The notification of the new order.</param>
    /// <returns>The status.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="notification"/> is null.</exception>
    /// <exception cref="InvalidOperationException">The amounts of the order are in different currencies.</exception>
    public static OrderStatus FromNewOrder(NewOrderNotification notification) =>
        OrderProgress.FromNewOrder(notification ?? throw new ArgumentNullException(nameof(notification)));

    /// <summary>Creates a status from a single notification, if it contains enough data.</summary>
    /// <param name="notification">The notification.</param>
    /// <returns>The status; null if the notification is not a new order and has no summary, as before API version 2.5.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="notification"/> is null.</exception>
    /// <exception cref="InvalidOperationException">The amounts of the order are in different currencies.</exception>
    public static OrderStatus? FromNotification(Notification notification) =>
        OrderProgress.FromNotification(notification ?? throw new ArgumentNullException(nameof(notification)));

    /// <summary>Returns the status after a notification. Notifications can be applied in any order, and more than once.</summary>
    /// <remarks>
    /// Totals only grow. A state replaces the known state if the timestamp of its notification is later. If two notifications have the
    /// same timestamp, the state that follows the other is used. Notifications without a timestamp are applied in the order of the
    /// calls. A canceled order never changes its state, and no order becomes new again.
    /// </remarks>
    /// <param name="notification">A notification about this order.</param>
    /// <returns>The new status, which is equal to this one if the notification contains nothing new.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="notification"/> is null.</exception>
    /// <exception cref="InvalidOperationException">The notification has amounts in another currency than the order.</exception>
    public OrderStatus Apply(Notification notification) =>
        OrderProgress.Apply(this, notification ?? throw new ArgumentNullException(nameof(notification)));

    // An amount without a currency is in the currency of the order.
    private static Money Subtract(Money left, Money right) => left.WithCurrencyOf(right).SubtractWithinRange(right.WithCurrencyOf(left));

    private static Money ClampToZero(Money money) => money.Amount < 0 ? money with { Amount = 0 } : money;
}
