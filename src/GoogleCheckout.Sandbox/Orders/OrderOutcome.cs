using GoogleCheckout.Notifications;

namespace GoogleCheckout.Sandbox.Orders;

/// <summary>What came of an event.</summary>
internal abstract record OrderOutcome
{
    private OrderOutcome()
    {
    }

    /// <summary>It happened: the order afterwards, and what the merchant is told, in order.</summary>
    public sealed record Applied(Order Order, IReadOnlyList<Notification> Notifications) : OrderOutcome
    {
        /// <summary>An order that came of a subscription of this one, and has no number yet; null where none did.</summary>
        public Order? Recurrence { get; init; }

        /// <summary>And at the same time this happened to the order that was left.</summary>
        public Applied AndThen(Func<Order, Applied> next)
        {
            var (order, notifications) = next(Order);
            return new Applied(order, [.. Notifications, .. notifications]);
        }
    }

    /// <summary>It did not happen, and the order is as it was.</summary>
    public sealed record Rejected(string Reason) : OrderOutcome;
}
