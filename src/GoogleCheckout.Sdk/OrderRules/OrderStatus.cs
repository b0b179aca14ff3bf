using GoogleCheckout.Carts;
using GoogleCheckout.Notifications;

namespace GoogleCheckout.Orders;

/// <summary>
/// How an order stands, as far as it decides which commands are allowed and whether to charge: see <see cref="OrderRules"/>
/// and <see cref="ChargePolicy"/>. It is made of a summary or of the first notification, and followed with <see cref="Apply"/>.
/// </summary>
public sealed record OrderStatus
{
    /// <summary>Where the order stands with its money.</summary>
    public required FinancialOrderState FinancialOrderState { get; init; }

    /// <summary>Where the order stands with its delivery.</summary>
    public required FulfillmentOrderState FulfillmentOrderState { get; init; }

    /// <summary>What the buyer is to pay in all.</summary>
    public required Money OrderTotal { get; init; }

    /// <summary>What has been charged.</summary>
    public required Money TotalChargeAmount { get; init; }

    /// <summary>What has been given back.</summary>
    public required Money TotalRefundAmount { get; init; }

    /// <summary>What the buyer had taken back by the bank.</summary>
    public required Money TotalChargebackAmount { get; init; }

    /// <summary>What was ordered; null where it is not known, and then any item id is accepted.</summary>
    public ShoppingCart? ShoppingCart { get; init; }

    /// <summary>What is known of the payment.</summary>
    public PaymentStatus Payment { get; init; } = new();

    /// <summary>
    /// When the states became what they are, so that an older notification that comes late does not turn them back; null
    /// where that is not known.
    /// </summary>
    public DateTimeOffset? StateChangedAt { get; init; }

    /// <summary>Whether it is a donation, to an account for donations: the service charges those by itself, and takes few commands.</summary>
    public bool IsDonation { get; init; }

    /// <summary>What is left to charge, whatever the state; never negative.</summary>
    /// <exception cref="InvalidOperationException">The amounts are in different currencies.</exception>
    public Money ChargeableAmount => NotNegative(OrderTotal - TotalChargeAmount);

    /// <summary>What is left to refund, whatever the state; never negative.</summary>
    /// <exception cref="InvalidOperationException">The amounts are in different currencies.</exception>
    /// <remarks>Money that a chargeback took cannot be given back once more: nothing is known of the service here, this is our reading.</remarks>
    public Money RefundableAmount => NotNegative(TotalChargeAmount - TotalRefundAmount - TotalChargebackAmount);

    /// <summary>How an order stands by its summary.</summary>
    /// <param name="order">The order, best from a fresh report: the summary in a notification is of that moment.</param>
    public static OrderStatus FromSummary(OrderSummary order) => OrderProgress.Of(order ?? throw new ArgumentNullException(nameof(order)));

    /// <summary>How a new order stands.</summary>
    /// <param name="notification">The order.</param>
    /// <exception cref="InvalidOperationException">The amounts of the order are in different currencies.</exception>
    public static OrderStatus FromNewOrder(NewOrderNotification notification) =>
        OrderProgress.Of(notification ?? throw new ArgumentNullException(nameof(notification)));

    /// <summary>How an order stands by one notification alone.</summary>
    /// <param name="notification">The notification.</param>
    /// <returns>Null where it does not say enough: it is no new order, and has no summary, as before API version 2.5.</returns>
    /// <exception cref="InvalidOperationException">The amounts of the order are in different currencies.</exception>
    public static OrderStatus? FromNotification(Notification notification) =>
        OrderProgress.Of(notification ?? throw new ArgumentNullException(nameof(notification)));

    /// <summary>How the order stands once a notification is known. Notifications may come in any order, and twice.</summary>
    /// <remarks>
    /// Totals only grow. A state is taken when it is newer than those known by the notification's timestamp; of two at one time
    /// the one that follows the other; without a timestamp in the order they come. Nothing leads out of a cancelled order, or
    /// back to a new one.
    /// </remarks>
    /// <param name="notification">A notification about this order.</param>
    /// <returns>How the order stands then; one that is equal where the notification brings nothing new.</returns>
    /// <exception cref="InvalidOperationException">It has amounts in another currency than the order.</exception>
    public OrderStatus Apply(Notification notification) =>
        OrderProgress.Apply(this, notification ?? throw new ArgumentNullException(nameof(notification)));

    private static Money NotNegative(Money money) => money.Amount < 0 ? money with { Amount = 0 } : money;
}
