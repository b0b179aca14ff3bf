using System.Diagnostics.CodeAnalysis;
using GoogleCheckout.Notifications;
using GoogleCheckout.Sandbox.Orders;

namespace GoogleCheckout.Sandbox.Service;

/// <summary>Contains all orders, their notifications and their due events. Not thread-safe.</summary>
/// <param name="policy">The settings of the merchant's account.</param>
/// <param name="createOrderNumber">Creates the order number of a recurrence.</param>
/// <param name="onNotification">Called for each new notification. It must not call the store.</param>
/// <param name="onFailure">Called for each due event that throws an exception. It must not call the store.</param>
internal sealed class OrderStore(MerchantPolicy policy, Func<string> createOrderNumber, Action<Notification> onNotification, Action<DueEventFailure> onFailure)
{
    private readonly OrderedDictionary<string, Order> _orders = [];
    private readonly List<Notification> _notifications = [];
    private readonly Dictionary<string, Notification> _bySerialNumber = [];
    private readonly Dictionary<string, List<Notification>> _byOrder = [];
    private readonly PriorityQueue<(string GoogleOrderNumber, DueEvent Due), (DateTimeOffset At, long Sequence)> _due = new();
    private OrderStateMachine _stateMachine = new(policy);
    private long _sequence;

    /// <summary>The notifications that reports contain, oldest first.</summary>
    public IReadOnlyList<Notification> Notifications => _notifications;

    /// <summary>All orders, oldest first.</summary>
    public IEnumerable<Order> Orders => _orders.Values;

    /// <summary>The time of the next due event; null if there is none.</summary>
    public DateTimeOffset? NextDue
    {
        get
        {
            while (_due.TryPeek(out var next, out _))
            {
                if (IsStillDue(next.GoogleOrderNumber, next.Due))
                {
                    return next.Due.At;
                }

                _due.Dequeue();
            }

            return null;
        }
    }

    /// <summary>All events that happen automatically later, in the order in which they happen.</summary>
    public IEnumerable<(Order Order, DueEvent Due)> DueEvents => _due.UnorderedItems
        .Where(item => IsStillDue(item.Element.GoogleOrderNumber, item.Element.Due))
        .OrderBy(item => item.Priority)
        .Select(item => (_orders[item.Element.GoogleOrderNumber], item.Element.Due));

    public bool TryFind(string googleOrderNumber, [NotNullWhen(true)] out Order? order) =>
        _orders.TryGetValue(googleOrderNumber, out order);

    public Notification? FindNotification(string serialNumber) => _bySerialNumber.GetValueOrDefault(serialNumber);

    /// <summary>Returns the notifications of one order that reports contain, oldest first.</summary>
    public IEnumerable<Notification> GetNotifications(string googleOrderNumber) => (_byOrder.GetValueOrDefault(googleOrderNumber) ?? []).Where(IsListed);

    /// <summary>Returns all notifications of one order, oldest first.</summary>
    public IReadOnlyList<Notification> GetAllNotifications(string googleOrderNumber) => [.. _byOrder.GetValueOrDefault(googleOrderNumber) ?? []];

    /// <summary>Changes the settings. They apply to everything that happens from now on; what is already due keeps its time.</summary>
    public void SetPolicy(MerchantPolicy changed) => _stateMachine = new OrderStateMachine(changed);

    public NewOrderNotification Place(Order order, DateTimeOffset now)
    {
        var placed = _stateMachine.Place(order, now);
        _byOrder.Add(order.GoogleOrderNumber, []);
        Save(placed);
        RunDue(now);
        return placed.Notifications.OfType<NewOrderNotification>().Single();
    }

    /// <summary>Applies the event, and the events that are due immediately because of it.</summary>
    /// <returns>The order and all notifications of these events, or the rejection.</returns>
    public OrderOutcome Apply(Order order, OrderEvent orderEvent, DateTimeOffset now)
    {
        var outcome = _stateMachine.Apply(order, orderEvent, now);
        if (outcome is not OrderOutcome.Applied applied)
        {
            return outcome;
        }

        var notifications = _byOrder[order.GoogleOrderNumber];
        var countBefore = notifications.Count;
        var recurrence = CreateRecurrence(applied);
        var placed = recurrence is null ? null : _stateMachine.Place(recurrence, now);
        Save(applied, placed);
        RunDue(now);
        return new OrderOutcome.Applied(_orders[order.GoogleOrderNumber], [.. notifications.Skip(countBefore)]) { Recurrence = recurrence };
    }

    /// <summary>Returns the outcome that the event would have. Changes nothing.</summary>
    public OrderOutcome Evaluate(Order order, OrderEvent orderEvent, DateTimeOffset now) => _stateMachine.Apply(order, orderEvent, now);

    /// <summary>
    /// Applies the events that are due until the given time, each at its due time; events of the same time in the order in which they were planned.
    /// One that throws an exception does not happen, and the next ones do.
    /// </summary>
    public void RunDue(DateTimeOffset now)
    {
        while (NextDue is { } at && at <= now)
        {
            var (googleOrderNumber, due) = _due.Dequeue();
            Run(_orders[googleOrderNumber], due);
        }
    }

    // The state machine changes nothing, so an event that it cannot apply leaves everything as it was. The replay of a journal meets the same
    // exception. The number of a recurrence is not in the way: if a replay has none, that is no failure of the event.
    private void Run(Order order, DueEvent due)
    {
        if (Try(order, due, () => _stateMachine.Apply(order, due.Event, due.At)) is not OrderOutcome.Applied applied)
        {
            return;
        }

        var recurrence = CreateRecurrence(applied);
        var placed = recurrence is null ? null : Try(order, due, () => _stateMachine.Place(recurrence, due.At));
        if (recurrence is null || placed is not null)
        {
            Save(applied, placed);
        }
    }

    private T? Try<T>(Order order, DueEvent due, Func<T> apply)
        where T : OrderOutcome
    {
        try
        {
            return apply();
        }
        catch (Exception e)
        {
            onFailure(new DueEventFailure(due.At, order.GoogleOrderNumber, due.Event, e));
            return null;
        }
    }

    private Order? CreateRecurrence(OrderOutcome.Applied applied) => applied.Recurrence is { } draft ? draft with { GoogleOrderNumber = createOrderNumber() } : null;

    // Saves the order and, if the event created one, the recurrence.
    private void Save(OrderOutcome.Applied applied, OrderOutcome.Applied? recurrence)
    {
        Save(applied);
        if (recurrence is not null)
        {
            _byOrder.Add(recurrence.Order.GoogleOrderNumber, []);
            Save(recurrence);
        }
    }

    private void Save(OrderOutcome.Applied applied)
    {
        var order = applied.Order;
        var wasDue = new HashSet<DueEvent>(_orders.TryGetValue(order.GoogleOrderNumber, out var before) ? before.DueEvents : [], ReferenceEqualityComparer.Instance);
        _orders[order.GoogleOrderNumber] = order;
        foreach (var due in order.DueEvents.Where(due => !wasDue.Contains(due)))
        {
            _due.Enqueue((order.GoogleOrderNumber, due), (due.At, _sequence++));
        }

        foreach (var notification in applied.Notifications)
        {
            if (IsListed(notification))
            {
                _notifications.Add(notification);
            }

            _bySerialNumber.Add(notification.SerialNumber, notification);
            _byOrder[order.GoogleOrderNumber].Add(notification);
            onNotification(notification);
        }
    }

    // The schema of the reports does not contain this notification. It can be requested by its serial number.
    private static bool IsListed(Notification notification) => notification is not CancelledSubscriptionNotification;

    // Another event may have removed or replaced the due event in the meantime.
    private bool IsStillDue(string googleOrderNumber, DueEvent due) => _orders[googleOrderNumber].DueEvents.Any(still => ReferenceEquals(still, due));
}
