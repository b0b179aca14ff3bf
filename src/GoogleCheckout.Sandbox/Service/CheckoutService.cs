using GoogleCheckout.Carts;
using GoogleCheckout.Notifications;
using GoogleCheckout.Orders;
using GoogleCheckout.Reports;
using GoogleCheckout.Sandbox.Infrastructure;
using GoogleCheckout.Sandbox.Orders;

namespace GoogleCheckout.Sandbox.Service;

/// <summary>The service without its network: a message in, a message out. Safe for many callers, one at a time inside.</summary>
internal sealed class CheckoutService : IDisposable
{
    private readonly Lock _gate = new();
    private readonly SandboxClock _clock;
    private readonly SandboxIds _ids;
    private readonly OrderStore _store;
    private readonly NotificationHistory _history;
    private readonly NotificationPolling _polling;
    private readonly OrderList _orderList;
    private readonly ITimer _timer;
    private readonly bool _receiptsIncludeNotifications;
    private readonly bool _receiptsIncludeOrderNumber;
    private readonly Dictionary<string, CheckoutShoppingCart> _carts = [];
    private readonly HashSet<string> _donations = [];
    private readonly List<Notification> _pending = [];

    public CheckoutService(SandboxClock clock, SandboxIds ids, MerchantPolicy policy, INotificationSink sink)
    {
        _clock = clock;
        _ids = ids;
        _receiptsIncludeOrderNumber = policy.Rules.ReturnRecurrenceOrderNumber;
        _receiptsIncludeNotifications = policy.ApiVersion == ApiVersion.Version25;
        _store = new OrderStore(new OrderStateMachine(policy), ids.Number, Announce);
        _history = new NotificationHistory(_store, ids);
        _polling = new NotificationPolling(_store, ids);
        _orderList = new OrderList(_store);
        _timer = clock.CreateTimer(() => WithLock(_ => true));

        void Announce(Notification notification)
        {
            sink.Add(notification);
            _pending.Add(notification);
        }
    }

    /// <summary>Hears of each notification as it has come about.</summary>
    public event Action<Notification>? NotificationCreated;

    public DateTimeOffset Now => _clock.Now;

    /// <summary>Keeps the cart for its buyer.</summary>
    /// <param name="cart">The cart.</param>
    /// <param name="pages">Where buyers go; the cart's id becomes its query.</param>
    /// <param name="isDonation">Whether it came to an account for donations.</param>
    /// <returns>The redirect, or an error.</returns>
    public CheckoutMessage AddCart(CheckoutShoppingCart cart, Uri pages, bool isDonation) => WithLock<CheckoutMessage>(_ =>
    {
        if (CartAcceptance.GetError(cart) is { } reason)
        {
            return CreateError(reason);
        }

        var id = _ids.Number();
        _carts.Add(id, cart);
        if (isDonation)
        {
            _donations.Add(id);
        }

        return new CheckoutRedirect { SerialNumber = _ids.SerialNumber(), RedirectUrl = $"{pages}?o=shoppingcart&shoppingcart={id}" };
    });

    /// <summary>Carries the command out.</summary>
    /// <returns>The receipt, or an error.</returns>
    public CheckoutMessage Execute(OrderCommand command) => WithLock<CheckoutMessage>(now => !_store.TryFind(command.GoogleOrderNumber, out var order)
        ? CreateUnknownOrderError(command)
        : _store.Apply(order, new OrderEvent.CommandReceived(command), now) switch
        {
            OrderOutcome.Applied happened => CreateReceipt(command, happened),
            OrderOutcome.Rejected refused => CreateError(refused.Reason),
            _ => throw new InvalidOperationException("An outcome is one or the other."),
        });

    /// <summary>Why the message would be refused; null where it would not. Nothing changes.</summary>
    public string? GetError(CheckoutMessage message) => WithLock(now => message switch
    {
        CheckoutShoppingCart cart => CartAcceptance.GetError(cart),
        OrderCommand command => !_store.TryFind(command.GoogleOrderNumber, out var order)
            ? CreateUnknownOrderError(command).ErrorMessage
            : (_store.Evaluate(order, new OrderEvent.CommandReceived(command), now) as OrderOutcome.Rejected)?.Reason,
        OrderListRequest list => OrderList.GetError(list),
        _ => null,
    });

    /// <summary>The notifications asked for; one asked for by serial number comes by itself.</summary>
    public CheckoutMessage GetReport(NotificationHistoryRequest request) => WithLock(now => _history.GetResponse(request, now));

    /// <summary>Where to begin polling.</summary>
    public CheckoutMessage GetReport(NotificationDataTokenRequest request) => WithLock(now => _polling.GetResponse(request, now));

    /// <summary>The next notifications for one who polls.</summary>
    public CheckoutMessage GetReport(NotificationDataRequest request) => WithLock(now => _polling.GetResponse(request, now));

    /// <summary>The table of the orders placed in a time that <see cref="GetError"/> passed.</summary>
    public string GetReport(OrderListRequest request) => WithLock(_ => _orderList.CreateCsv(request));

    /// <summary>The orders asked for as they are now; unknown ones are left out.</summary>
    public OrderSummaryResponse GetReport(OrderSummaryRequest request) => WithLock(_ => new OrderSummaryResponse
    {
        SerialNumber = _ids.SerialNumber(),
        OrderSummaries = [.. request.OrderNumbers.Select(number => _store.TryFind(number, out var order) ? order.Summary : null).OfType<OrderSummary>()],
    });

    /// <summary>All orders as they are now, oldest first.</summary>
    public IReadOnlyList<OrderSummary> GetOrders() => WithLock(_ => _store.Orders.OrderBy(order => order.PurchaseDate).Select(order => order.Summary).ToList());

    /// <summary>The cart that a buyer comes with.</summary>
    /// <exception cref="ArgumentException">There is no such cart.</exception>
    /// <exception cref="InvalidOperationException">The cart has expired.</exception>
    public CheckoutShoppingCart FindCart(string cartId) => WithLock(now => FindCart(cartId, now));

    /// <summary>A buyer orders what is in the cart.</summary>
    /// <exception cref="ArgumentException">There is no such cart.</exception>
    /// <exception cref="InvalidOperationException">The cart has expired.</exception>
    public NewOrderNotification PlaceOrder(string cartId, Buyer buyer, CartPrice price) => WithLock(now =>
    {
        var cart = FindCart(cartId, now);
        var none = new Money(0.0m, price.Total.Currency);
        var order = new Order
        {
            GoogleOrderNumber = _ids.Number(),
            PurchaseDate = now,
            ShoppingCart = cart.ShoppingCart,
            CheckoutFlow = cart.CheckoutFlowSupport,
            OrderAdjustment = price.Adjustment,
            OrderTotal = price.Total,
            TotalChargeAmount = none,
            TotalRefundAmount = none,
            TotalChargebackAmount = none,
            IsDonation = _donations.Contains(cartId),
            RequestsInitialAuthorization = cart.OrderProcessingSupport?.RequestInitialAuthDetails == true,
            Buyer = buyer,
        };
        return _store.Place(order, now);
    });

    /// <summary>Lets the service, the buyer or the bank do something with an order.</summary>
    /// <returns>What the merchant is told of it.</returns>
    /// <exception cref="ArgumentException">There is no such order.</exception>
    /// <exception cref="InvalidOperationException">It cannot happen to the order as it stands.</exception>
    public IReadOnlyList<Notification> RaiseEvent(string googleOrderNumber, OrderEvent orderEvent) => WithLock(now =>
    {
        var order = _store.TryFind(googleOrderNumber, out var known) ? known : throw new ArgumentException($"The sandbox knows no order {googleOrderNumber}.", nameof(googleOrderNumber));
        return _store.Apply(order, orderEvent, now) switch
        {
            OrderOutcome.Applied happened => happened.Notifications,
            OrderOutcome.Rejected refused => throw new InvalidOperationException($"{refused.Reason}."),
            _ => throw new InvalidOperationException("An outcome is one or the other."),
        };
    });

    /// <summary>Sets the clock forward; what falls due on the way happens.</summary>
    public void Advance(TimeSpan time)
    {
        _clock.Advance(time);
        WithLock(_ => true);
    }

    public string CreateSerialNumber() => _ids.SerialNumber();

    public ErrorResponse CreateError(string reason) => new() { SerialNumber = _ids.SerialNumber(), ErrorMessage = reason };

    public void Dispose() => _timer.Dispose();

    private CheckoutShoppingCart FindCart(string cartId, DateTimeOffset now)
    {
        var cart = _carts.GetValueOrDefault(cartId) ?? throw new ArgumentException($"The sandbox knows no shopping cart {cartId}.", nameof(cartId));
        return cart.ShoppingCart.CartExpiration?.GoodUntilDate < now ? throw new InvalidOperationException("The shopping cart has expired.") : cart;
    }

    private ErrorResponse CreateUnknownOrderError(OrderCommand command) => CreateError($"There is no order {command.GoogleOrderNumber} of this merchant.");

    // Before API version 2.5 the answer to an order command is a receipt and no more.
    private RequestReceivedResponse CreateReceipt(OrderCommand command, OrderOutcome.Applied happened)
    {
        var told = happened.Notifications;
        var receipt = new RequestReceivedResponse
        {
            SerialNumber = _ids.SerialNumber(),
            NewGoogleOrderNumber = _receiptsIncludeOrderNumber ? happened.Recurrence?.GoogleOrderNumber : null,
        };
        return !_receiptsIncludeNotifications ? receipt : command switch
        {
            ChargeOrderRequest or ChargeAndShipOrderRequest => receipt with { ChargeAmountNotification = told.OfType<ChargeAmountNotification>().LastOrDefault() },
            RefundOrderRequest => receipt with { RefundAmountNotification = told.OfType<RefundAmountNotification>().LastOrDefault() },
            CancelOrderRequest => receipt with { OrderStateChangeNotification = told.OfType<OrderStateChangeNotification>().LastOrDefault() },
            _ => receipt,
        };
    }

    private T WithLock<T>(Func<DateTimeOffset, T> work)
    {
        IReadOnlyList<Notification> news = [];
        try
        {
            lock (_gate)
            {
                return WithLock(work, out news);
            }
        }
        finally
        {
            foreach (var notification in news)
            {
                NotificationCreated?.Invoke(notification);
            }
        }
    }

    // Before anything is looked at, everything happens that is due; afterwards the timer waits for what comes next.
    private T WithLock<T>(Func<DateTimeOffset, T> work, out IReadOnlyList<Notification> news)
    {
        news = [];
        var now = _clock.Now;
        _store.RunDue(now);
        try
        {
            return work(now);
        }
        finally
        {
            _timer.Change(_store.NextDue is { } next ? _clock.Until(next) : Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            news = [.. _pending];
            _pending.Clear();
        }
    }
}
