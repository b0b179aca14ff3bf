using GoogleCheckout.Notifications;
using GoogleCheckout.Orders;
using GoogleCheckout.Reports;
using GoogleCheckout.Sandbox.Infrastructure;
using GoogleCheckout.Sandbox.Orders;

namespace GoogleCheckout.Sandbox.Service;

/// <summary>
/// The carts, the orders and their history, as the inputs determine them. There is no clock: the caller passes the time, and calls
/// <see cref="RunDue"/> before each input. Not thread-safe.
/// </summary>
/// <param name="policy">The settings of the merchant's account.</param>
/// <param name="ids">Generates the serial numbers of responses, which are not part of the state.</param>
/// <param name="numbers">Creates the numbers that are part of the state.</param>
/// <param name="maxCartBytes">The memory for carts that were not ordered yet.</param>
/// <param name="onNotification">Called for each new notification. It must not call the state.</param>
/// <param name="onFailure">Called for each due event that throws an exception. It must not call the state.</param>
internal sealed class ServiceState(MerchantPolicy policy, SandboxIds ids, AssignedNumbers numbers, long maxCartBytes, Action<Notification> onNotification, Action<DueEventFailure> onFailure)
{
    private const int MaxCarts = 10_000;

    private readonly OrderStore _store = new(policy, numbers.Number, onNotification, onFailure);
    private readonly RecentEntries<ServiceInput.CartAccepted> _carts = new(MaxCarts, maxCartBytes);
    private readonly RecentEntries<bool> _orderedCarts = new(MaxCarts);
    private MerchantPolicy _policy = policy;
    private NotificationHistory? _history;
    private NotificationPolling? _polling;

    /// <summary>All orders, oldest first.</summary>
    public IEnumerable<Order> Orders => _store.Orders;

    /// <summary>The time of the next due event; null if there is none.</summary>
    public DateTimeOffset? NextDue => _store.NextDue;

    /// <summary>All events that happen automatically later, in the order in which they happen.</summary>
    public IEnumerable<(Order Order, DueEvent Due)> DueEvents => _store.DueEvents;

    private NotificationHistory History => _history ??= new NotificationHistory(_store, ids, numbers);

    private NotificationPolling Polling => _polling ??= new NotificationPolling(_store, ids, numbers);

    /// <summary>Applies the events that are due until the given time, each at its due time. One that throws an exception does not happen.</summary>
    public void RunDue(DateTimeOffset now) => _store.RunDue(now);

    /// <summary>Returns the order with the number; null if there is none.</summary>
    public Order? FindOrder(string googleOrderNumber) => _store.TryFind(googleOrderNumber, out var order) ? order : null;

    /// <summary>Returns all notifications of an order, oldest first; empty if there is no such order.</summary>
    public IReadOnlyList<Notification> GetNotifications(string googleOrderNumber) => _store.GetAllNotifications(googleOrderNumber);

    /// <summary>The latest notification that reports contain; null if there is none.</summary>
    public Notification? LatestNotification => _store.Notifications is [.., var latest] ? latest : null;

    /// <summary>Changes the settings. They apply to everything that happens from now on; what is already due keeps its time.</summary>
    public void SetPolicy(MerchantPolicy changed)
    {
        _policy = changed;
        _store.SetPolicy(changed);
    }

    /// <summary>Stores a cart that was accepted.</summary>
    /// <returns>The id of the cart.</returns>
    public string AddCart(ServiceInput.CartAccepted accepted)
    {
        var id = numbers.Number();
        _carts.Add(id, accepted, MemorySize.OfMessage(accepted.Cart));
        return id;
    }

    /// <summary>Returns whether the cart exists, or did until it was ordered.</summary>
    public bool HasCart(string cartId) => _carts.TryGet(cartId, out var _) || _orderedCarts.TryGet(cartId, out var _);

    /// <summary>Returns the cart with the id.</summary>
    /// <exception cref="ArgumentException">There is no such cart.</exception>
    /// <exception cref="InvalidOperationException">The cart has expired, or was ordered before.</exception>
    public ServiceInput.CartAccepted FindCart(string cartId, DateTimeOffset now)
    {
        if (_orderedCarts.TryGet(cartId, out _) && !_policy.Rules.OrderCartAgain)
        {
            throw new InvalidOperationException("The shopping cart was already ordered. A cart becomes one order: send it again for another.");
        }

        var found = _carts.TryGet(cartId, out var known) ? known : throw new ArgumentException($"The sandbox has no shopping cart {cartId}.", nameof(cartId));
        return found.Cart.ShoppingCart.CartExpiration?.GoodUntilDate < now ? throw new InvalidOperationException("The shopping cart has expired.") : found;
    }

    /// <summary>Places an order for the cart.</summary>
    /// <exception cref="ArgumentException">There is no such cart.</exception>
    /// <exception cref="InvalidOperationException">The cart has expired, or was ordered before.</exception>
    public NewOrderNotification Place(string cartId, Buyer buyer, OrderAdjustment adjustment, Money total, DateTimeOffset now)
    {
        var (cart, isDonation, isFromMerchant) = FindCart(cartId, now);
        var none = new Money(0.0m, total.Currency);
        var order = new Order
        {
            GoogleOrderNumber = numbers.Number(),
            PurchaseDate = now,
            ShoppingCart = cart.ShoppingCart,
            CheckoutFlow = cart.CheckoutFlowSupport,
            OrderAdjustment = adjustment,
            OrderTotal = total,
            TotalChargeAmount = none,
            TotalRefundAmount = none,
            TotalChargebackAmount = none,
            IsDonation = isDonation,
            IsCartSigned = isFromMerchant,
            RequestsInitialAuthorization = cart.OrderProcessingSupport?.RequestInitialAuthDetails == true,
            Buyer = buyer,
        };
        var placed = _store.Place(order, now);
        if (!_policy.Rules.OrderCartAgain)
        {
            _carts.Remove(cartId);
            _orderedCarts.Add(cartId, true);
        }

        return placed;
    }

    /// <summary>Applies an event, and the events that are due immediately because of it.</summary>
    /// <returns>The order and all notifications of these events, or the rejection.</returns>
    public OrderOutcome Apply(Order order, OrderEvent orderEvent, DateTimeOffset now) => _store.Apply(order, orderEvent, now);

    /// <summary>Returns the outcome that the event would have. Changes nothing.</summary>
    public OrderOutcome Evaluate(Order order, OrderEvent orderEvent, DateTimeOffset now) => _store.Evaluate(order, orderEvent, now);

    /// <summary>Returns the response to a request for notifications, or for the token to start polling with.</summary>
    public CheckoutMessage GetReport(CheckoutMessage request, DateTimeOffset now) => request switch
    {
        NotificationHistoryRequest history => History.GetResponse(history, now),
        NotificationDataTokenRequest start => Polling.GetResponse(start, now),
        NotificationDataRequest poll => Polling.GetResponse(poll, now),
        _ => throw new ArgumentException($"There is no report for {request.GetType().Name}.", nameof(request)),
    };

    /// <summary>Returns the orders in CSV format, for a request that has no error.</summary>
    public string CreateCsv(OrderListRequest request) => new OrderList(_store).CreateCsv(request);

    /// <summary>Applies an input of a journal, or one that concerns no request.</summary>
    /// <returns>The reason why the input is rejected; null if it is applied.</returns>
    /// <exception cref="ArgumentException">The input is about a cart or an order that does not exist.</exception>
    /// <exception cref="InvalidOperationException">The input is about a cart that cannot be ordered.</exception>
    public string? Apply(ServiceInput input, DateTimeOffset now)
    {
        switch (input)
        {
            case ServiceInput.CartAccepted accepted:
                AddCart(accepted);
                return null;
            case ServiceInput.OrderPlaced placed:
                Place(placed.CartId, Buyer.From(placed.Order, placed.Card), placed.Order.OrderAdjustment!, placed.Order.OrderTotal, now);
                return null;
            case ServiceInput.CommandReceived received:
                return ApplyEvent(received.Command.GoogleOrderNumber, new OrderEvent.CommandReceived(received.Command), now);
            case ServiceInput.EventRaised raised:
                return ApplyEvent(raised.GoogleOrderNumber, raised.Event, now);
            case ServiceInput.ReportRequested requested:
                return (GetReport(requested.Request, now) as ErrorResponse)?.ErrorMessage;
            case ServiceInput.SettingsChanged changed:
                SetPolicy(changed.Settings.Policy);
                return null;
            default:
                return null;
        }
    }

    /// <summary>Sets whether carts that exceed the limits are dropped. During a replay they are kept, because a later input may order them.</summary>
    public void LimitCarts(bool isLimited)
    {
        _carts.IsLimited = isLimited;
        _orderedCarts.IsLimited = isLimited;
    }

    private string? ApplyEvent(string googleOrderNumber, OrderEvent orderEvent, DateTimeOffset now)
    {
        var order = FindOrder(googleOrderNumber) ?? throw new ArgumentException($"There is no order {googleOrderNumber}");
        return (_store.Apply(order, orderEvent, now) as OrderOutcome.Rejected)?.Reason;
    }
}
