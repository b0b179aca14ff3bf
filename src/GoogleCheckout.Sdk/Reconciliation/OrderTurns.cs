namespace GoogleCheckout.Orders;

/// <summary>Lets one call at a time work on an order, and remembers the orders with a command whose outcome is unknown.</summary>
internal sealed class OrderTurns(TimeProvider clock)
{
    // A command is executed within minutes or never. The limit keeps the memory bounded.
    private static readonly TimeSpan Retention = TimeSpan.FromDays(1);

    private readonly Dictionary<string, Order> _orders = new(StringComparer.Ordinal);

    private DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Waits for the turn on an order. Dispose the turn to end it.</summary>
    public async Task<Turn> EnterAsync(string googleOrderNumber, CancellationToken cancellationToken)
    {
        var order = GetOrAdd(googleOrderNumber);
        try
        {
            await order.Gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            Leave(googleOrderNumber, order);
            throw;
        }

        return new Turn(this, googleOrderNumber, order);
    }

    private Order GetOrAdd(string googleOrderNumber)
    {
        lock (_orders)
        {
            if (!_orders.TryGetValue(googleOrderNumber, out var order))
            {
                _orders.Add(googleOrderNumber, order = new Order());
            }

            order.Users++;
            return order;
        }
    }

    private void Leave(string googleOrderNumber, Order order)
    {
        lock (_orders)
        {
            order.Users--;
            if (order.Users > 0)
            {
                return;
            }

            if (order.SentAt is null)
            {
                Remove(googleOrderNumber, order);
                return;
            }

            var oldest = Now - Retention;
            foreach (var (number, expired) in _orders.Where(entry => entry.Value.Users == 0 && entry.Value.SentAt < oldest).Select(entry => (entry.Key, entry.Value)).ToList())
            {
                Remove(number, expired);
            }
        }
    }

    private void Remove(string googleOrderNumber, Order order)
    {
        _orders.Remove(googleOrderNumber);
        order.Gate.Dispose();
    }

    /// <summary>The turn of a call on an order.</summary>
    internal sealed class Turn(OrderTurns turns, string googleOrderNumber, Order order) : IDisposable
    {
        /// <summary>Gets whether a command may have been executed, or may still be.</summary>
        public bool HasUnknownOutcome => order.SentAt is not null;

        /// <summary>Gets the goal of the command whose outcome is unknown. If the order shows that it is reached, the command was executed. Null if it is not known.</summary>
        public OrderGoal? UnknownGoal => order.SentGoal;

        /// <summary>Records that a command is about to be sent, so that its outcome is unknown until <see cref="Resolve"/>.</summary>
        /// <param name="goal">The goal of the command; null if others may have sent any command.</param>
        public void BeginSend(OrderGoal? goal)
        {
            order.SentAt = turns.Now;
            order.SentGoal = goal;
        }

        /// <summary>Records that the outcome of each command is known.</summary>
        public void Resolve()
        {
            order.SentAt = null;
            order.SentGoal = null;
        }

        public void Dispose()
        {
            order.Gate.Release();
            turns.Leave(googleOrderNumber, order);
        }
    }

    /// <summary>An order that a call works on or waits for, or that has a command with an unknown outcome.</summary>
    internal sealed class Order
    {
        public SemaphoreSlim Gate { get; } = new(1, 1);

        public int Users { get; set; }

        /// <summary>Gets or sets when the command with an unknown outcome was sent; null if there is none.</summary>
        public DateTimeOffset? SentAt { get; set; }

        public OrderGoal? SentGoal { get; set; }
    }
}
