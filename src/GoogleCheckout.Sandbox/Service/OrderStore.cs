using System.Diagnostics.CodeAnalysis;
using GoogleCheckout.Notifications;
using GoogleCheckout.Sandbox.Orders;

namespace GoogleCheckout.Sandbox.Service;

/// <summary>All orders, what the merchant was told of them, and what is still to happen. One caller at a time.</summary>
/// <param name="life">What happens to an order.</param>
/// <param name="newNumber">Makes the number of an order that comes of a subscription.</param>
/// <param name="announce">Told of every notification as it comes about; must not call back.</param>
internal sealed class OrderStore(OrderStateMachine life, Func<string> newNumber, Action<Notification> announce)
{
    private readonly Dictionary<string, Order> _orders = [];
    private readonly List<Notification> _notifications = [];
    private readonly Dictionary<string, Notification> _bySerialNumber = [];
    private readonly Dictionary<string, List<Notification>> _byOrder = [];
    private readonly PriorityQueue<(string GoogleOrderNumber, DueEvent Due), DateTimeOffset> _due = new();

    /// <summary>Every notification that reports list, oldest first.</summary>
    public IReadOnlyList<Notification> Notifications => _notifications;

    public IEnumerable<Order> Orders => _orders.Values;

    /// <summary>When the next thing happens by itself; null while nothing is to come.</summary>
    public DateTimeOffset? NextDue
    {
        get
        {
            while (_due.TryPeek(out var next, out var at))
            {
                if (IsStillDue(next.GoogleOrderNumber, next.Due))
                {
                    return at;
                }

                _due.Dequeue();
            }

            return null;
        }
    }

    public bool TryFind(string googleOrderNumber, [NotNullWhen(true)] out Order? order) =>
        _orders.TryGetValue(googleOrderNumber, out order);

    public Notification? FindNotification(string serialNumber) => _bySerialNumber.GetValueOrDefault(serialNumber);

    /// <summary>The notifications of one order, oldest first.</summary>
    public IEnumerable<Notification> GetNotifications(string googleOrderNumber) => (_byOrder.GetValueOrDefault(googleOrderNumber) ?? []).Where(IsListed);

    public NewOrderNotification Place(Order order, DateTimeOffset now)
    {
        var placed = life.Place(order, now);
        _byOrder.Add(order.GoogleOrderNumber, []);
        Save(placed);
        RunDue(now);
        return placed.Notifications.OfType<NewOrderNotification>().Single();
    }

    /// <summary>Applies the event, and what it makes due at once.</summary>
    /// <returns>What the merchant is told of the order by all of it, or the refusal.</returns>
    public OrderOutcome Apply(Order order, OrderEvent orderEvent, DateTimeOffset now)
    {
        var outcome = life.Apply(order, orderEvent, now);
        if (outcome is not OrderOutcome.Applied happened)
        {
            return outcome;
        }

        var told = _byOrder[order.GoogleOrderNumber];
        var toldBefore = told.Count;
        var recurrence = SaveWithRecurrence(happened, now);
        RunDue(now);
        return new OrderOutcome.Applied(_orders[order.GoogleOrderNumber], [.. told.Skip(toldBefore)]) { Recurrence = recurrence };
    }

    /// <summary>What would come of the event.</summary>
    public OrderOutcome Evaluate(Order order, OrderEvent orderEvent, DateTimeOffset now) => life.Apply(order, orderEvent, now);

    /// <summary>Lets everything happen that is due by then, each at its own time.</summary>
    public void RunDue(DateTimeOffset now)
    {
        while (NextDue is { } at && at <= now)
        {
            var (googleOrderNumber, due) = _due.Dequeue();
            if (life.Apply(_orders[googleOrderNumber], due.Event, at) is OrderOutcome.Applied happened)
            {
                SaveWithRecurrence(happened, at);
            }
        }
    }

    // Of one order another may come.
    private Order? SaveWithRecurrence(OrderOutcome.Applied happened, DateTimeOffset now)
    {
        Save(happened);
        if (happened.Recurrence is not { } draft)
        {
            return null;
        }

        var recurrence = draft with { GoogleOrderNumber = newNumber() };
        _byOrder.Add(recurrence.GoogleOrderNumber, []);
        Save(life.Place(recurrence, now));
        return recurrence;
    }

    private void Save(OrderOutcome.Applied happened)
    {
        var order = happened.Order;
        var wasDue = _orders.TryGetValue(order.GoogleOrderNumber, out var before) ? before.DueEvents : [];
        _orders[order.GoogleOrderNumber] = order;
        foreach (var due in order.DueEvents.Where(due => !wasDue.Any(other => ReferenceEquals(other, due))))
        {
            _due.Enqueue((order.GoogleOrderNumber, due), due.At);
        }

        foreach (var notification in happened.Notifications)
        {
            if (IsListed(notification))
            {
                _notifications.Add(notification);
            }

            _bySerialNumber.Add(notification.SerialNumber, notification);
            _byOrder[order.GoogleOrderNumber].Add(notification);
            announce(notification);
        }
    }

    // The schema gives no report a place for it; by its serial number one can have it all the same.
    private static bool IsListed(Notification notification) => notification is not CancelledSubscriptionNotification;

    // What happened meanwhile took the order's due event back or put another in its place.
    private bool IsStillDue(string googleOrderNumber, DueEvent due) => _orders[googleOrderNumber].DueEvents.Any(still => ReferenceEquals(still, due));
}
