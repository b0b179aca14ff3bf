using GoogleCheckout.Notifications;

namespace GoogleCheckout.Sandbox.Orders;

/// <summary>The outcome of an event.</summary>
internal abstract record OrderOutcome
{
    private OrderOutcome()
    {
    }

    /// <summary>The event was applied.</summary>
    /// <param name="Order">The order after the event.</param>
    /// <param name="Notifications">The notifications of the event, in order; may be empty.</param>
    public sealed record Applied(Order Order, IReadOnlyList<Notification> Notifications) : OrderOutcome
    {
        /// <summary>The order that a subscription of this order created. It has no number yet. Null if the event created no order.</summary>
        public Order? Recurrence { get; init; }

        /// <summary>Applies a second change to the order, and returns both outcomes as one.</summary>
        public Applied AndThen(Func<Order, Applied> next)
        {
            var (order, notifications) = next(Order);
            return new Applied(order, [.. Notifications, .. notifications]);
        }
    }

    /// <summary>The event was rejected. The order is unchanged.</summary>
    /// <param name="Reason">The reason, without a final period.</param>
    public sealed record Rejected(string Reason) : OrderOutcome;
}
