using GoogleCheckout.Carts;
using GoogleCheckout.Notifications;
using GoogleCheckout.Orders;
using GoogleCheckout.Reports;
using GoogleCheckout.Sandbox.Infrastructure;
using GoogleCheckout.Sandbox.Orders;

namespace GoogleCheckout.Sandbox.Service;

/// <summary>The service without HTTP: it takes requests and returns responses. Thread-safe: a lock serializes the calls.</summary>
internal sealed class CheckoutService : IDisposable
{
    private const int MaxCarts = 10_000;

    private readonly Lock _gate = new();
    private readonly SandboxClock _clock;
    private readonly SandboxIds _ids;
    private readonly OrderStore _store;
    private readonly NotificationHistory _history;
    private readonly NotificationPolling _polling;
    private readonly OrderList _orderList;
    private readonly ITimer _timer;
    private readonly SandboxRules _rules;
    private readonly Func<Uri?> _getCallbackUrl;
    private readonly bool _receiptsIncludeNotifications;
    private readonly bool _receiptsIncludeOrderNumber;
    private readonly RecentEntries<(CheckoutShoppingCart Cart, bool IsDonation, bool IsFromMerchant)> _carts;
    private readonly RecentEntries<bool> _orderedCarts = new(MaxCarts);
    private readonly List<Notification> _pending = [];

    public CheckoutService(SandboxClock clock, SandboxIds ids, MerchantPolicy policy, INotificationSink sink, Func<Uri?>? getCallbackUrl = null, long maxCartBytes = long.MaxValue)
    {
        _getCallbackUrl = getCallbackUrl ?? (() => null);
        _carts = new(MaxCarts, maxCartBytes);
        _clock = clock;
        _ids = ids;
        _rules = policy.Rules;
        _receiptsIncludeOrderNumber = policy.Rules.ReturnRecurrenceOrderNumber;
        _receiptsIncludeNotifications = policy.ApiVersion == ApiVersion.Version25;
        _store = new OrderStore(new OrderStateMachine(policy), ids.Number, Announce);
        _history = new NotificationHistory(_store, ids);
        _polling = new NotificationPolling(_store, ids);
        _orderList = new OrderList(_store);
        _timer = clock.CreateTimer(RunDue);

        void Announce(Notification notification)
        {
            sink.Add(notification);
            _pending.Add(notification);
        }
    }

    /// <summary>Raised for each new notification, outside of the lock.</summary>
    public event Action<Notification>? NotificationCreated;

    public DateTimeOffset Now => _clock.Now;

    /// <summary>Stores the cart for its buyer.</summary>
    /// <param name="cart">The cart.</param>
    /// <param name="pages">The URL of the buyer's page, without a query.</param>
    /// <param name="isDonation">Whether the cart was sent to an account for donations.</param>
    /// <param name="isFromMerchant">Whether the cart was signed, or sent with the merchant's credentials.</param>
    /// <returns>The redirect, or an error response.</returns>
    public CheckoutMessage AddCart(CheckoutShoppingCart cart, Uri pages, bool isDonation, bool isFromMerchant = true) => WithLock<CheckoutMessage>(_ =>
    {
        if (CartAcceptance.GetError(cart, _rules) is { } reason)
        {
            return CreateError(reason);
        }

        var id = _ids.Number();
        _carts.Add(id, (cart, isDonation, isFromMerchant), MemorySize.OfMessage(cart));
        return new CheckoutRedirect { SerialNumber = _ids.SerialNumber(), RedirectUrl = $"{pages}?o=shoppingcart&shoppingcart={id}" };
    });

    /// <summary>Executes the command.</summary>
    /// <returns>The receipt, or an error response.</returns>
    public CheckoutMessage Execute(OrderCommand command) => WithLock<CheckoutMessage>(now => !_store.TryFind(command.GoogleOrderNumber, out var order)
        ? CreateUnknownOrderError(command)
        : _store.Apply(order, new OrderEvent.CommandReceived(command), now) switch
        {
            OrderOutcome.Applied applied => CreateReceipt(command, applied),
            OrderOutcome.Rejected rejected => CreateError(rejected.Reason),
            _ => throw new InvalidOperationException("Unknown outcome."),
        });

    /// <summary>Returns the reason why the message would be rejected; null if it would be accepted. Changes nothing.</summary>
    public string? GetError(CheckoutMessage message) => WithLock(now => message switch
    {
        CheckoutShoppingCart cart => CartAcceptance.GetError(cart, _rules),
        OrderCommand command => !_store.TryFind(command.GoogleOrderNumber, out var order)
            ? CreateUnknownOrderError(command).ErrorMessage
            : (_store.Evaluate(order, new OrderEvent.CommandReceived(command), now) as OrderOutcome.Rejected)?.Reason,
        OrderListRequest list => OrderList.GetError(list),
        _ => null,
    });

    // The probable mistakes in a message that has no error.
    private static IReadOnlyList<string> GetWarnings(CheckoutMessage message) => message is CheckoutShoppingCart cart ? CartAcceptance.GetWarnings(cart) : [];

    /// <summary>Returns the requested notifications; a single notification if the request contains a serial number.</summary>
    public CheckoutMessage GetReport(NotificationHistoryRequest request) => WithLock(now => _history.GetResponse(request, now));

    /// <summary>Returns the token to start polling with.</summary>
    public CheckoutMessage GetReport(NotificationDataTokenRequest request) => WithLock(now => _polling.GetResponse(request, now));

    /// <summary>Returns the next notifications for a polling client.</summary>
    public CheckoutMessage GetReport(NotificationDataRequest request) => WithLock(now => _polling.GetResponse(request, now));

    /// <summary>Returns the orders in CSV format, for a request that <see cref="GetError"/> accepts.</summary>
    public string GetReport(OrderListRequest request) => WithLock(_ => _orderList.CreateCsv(request));

    /// <summary>Returns the current summaries of the requested orders; unknown orders are omitted.</summary>
    public OrderSummaryResponse GetReport(OrderSummaryRequest request) => WithLock(_ => new OrderSummaryResponse
    {
        SerialNumber = _ids.SerialNumber(),
        OrderSummaries = [.. request.OrderNumbers.Select(number => _store.TryFind(number, out var order) ? order.Summary : null).OfType<OrderSummary>()],
    });

    /// <summary>Returns the current summary of an order; null if there is none. It takes no number of the generator, so looking changes nothing.</summary>
    public OrderSummary? FindOrder(string googleOrderNumber) => WithLock(_ => _store.TryFind(googleOrderNumber, out var order) ? order.Summary : null);

    /// <summary>Returns an order with what no message contains; null if there is none.</summary>
    public Order? FindFullOrder(string googleOrderNumber) => WithLock(_ => _store.TryFind(googleOrderNumber, out var order) ? order : null);

    /// <summary>Returns the reason why an event of an order would be rejected; null if it is possible. Changes nothing.</summary>
    public string? GetEventError(string googleOrderNumber, OrderEvent orderEvent) => WithLock(now =>
        !_store.TryFind(googleOrderNumber, out var order) ? $"The sandbox has no order {googleOrderNumber}" : (_store.Evaluate(order, orderEvent, now) as OrderOutcome.Rejected)?.Reason);

    /// <summary>Returns the current summaries of all orders, oldest first; empty if there are none.</summary>
    public IReadOnlyList<OrderSummary> GetOrders() => WithLock(_ => _store.Orders.OrderBy(order => order.PurchaseDate).Select(order => order.Summary).ToList());

    /// <summary>Returns whether this service created the id of the cart, also if the cart was ordered or has expired.</summary>
    public bool HasCart(string cartId) => WithLock(_ => _carts.TryGet(cartId, out var _) || _orderedCarts.TryGet(cartId, out var _));

    /// <summary>Returns the cart with the id.</summary>
    /// <exception cref="ArgumentException">There is no such cart.</exception>
    /// <exception cref="InvalidOperationException">The cart has expired, or was ordered before.</exception>
    public CheckoutShoppingCart FindCart(string cartId) => WithLock(now => FindCart(cartId, now).Cart);

    /// <summary>Returns the reason why the merchant is not called for the cart with the id; null if the merchant may be called.</summary>
    /// <exception cref="ArgumentException">There is no such cart.</exception>
    /// <exception cref="InvalidOperationException">The cart has expired, or was ordered before.</exception>
    public string? GetCalculationError(string cartId) => WithLock(now =>
    {
        var (cart, _, isFromMerchant) = FindCart(cartId, now);
        return _rules.AnyCalculationUrl ? null : CalculationUrl.GetError(cart, isFromMerchant, _getCallbackUrl());
    });

    /// <summary>Places an order for the cart.</summary>
    /// <exception cref="ArgumentException">There is no such cart.</exception>
    /// <exception cref="InvalidOperationException">The cart has expired, or was ordered before.</exception>
    public NewOrderNotification PlaceOrder(string cartId, Buyer buyer, CartPrice price) => WithLock(now =>
    {
        var (cart, isDonation, _) = FindCart(cartId, now);
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
            IsDonation = isDonation,
            RequestsInitialAuthorization = cart.OrderProcessingSupport?.RequestInitialAuthDetails == true,
            Buyer = buyer,
        };
        _carts.Remove(cartId);
        _orderedCarts.Add(cartId, true);
        return _store.Place(order, now);
    });

    /// <summary>Applies an event of the service, the buyer or the bank to an order.</summary>
    /// <returns>The notifications of the event; may be empty.</returns>
    /// <exception cref="ArgumentException">There is no such order.</exception>
    /// <exception cref="InvalidOperationException">The event is not possible in the current state of the order.</exception>
    public IReadOnlyList<Notification> RaiseEvent(string googleOrderNumber, OrderEvent orderEvent) => WithLock(now =>
    {
        var order = _store.TryFind(googleOrderNumber, out var known) ? known : throw new ArgumentException($"The sandbox has no order {googleOrderNumber}.", nameof(googleOrderNumber));
        return _store.Apply(order, orderEvent, now) switch
        {
            OrderOutcome.Applied applied => applied.Notifications,
            OrderOutcome.Rejected rejected => throw new InvalidOperationException($"{rejected.Reason}."),
            _ => throw new InvalidOperationException("Unknown outcome."),
        };
    });

    /// <summary>Applies the events that are due, after the clock was moved forward.</summary>
    public void RunDue() => WithLock(_ => true);

    public string CreateSerialNumber() => _ids.SerialNumber();

    /// <summary>Returns the response to a document that is not a request of the protocol, in the service's words.</summary>
    public ErrorResponse CreateParsingError(string detail) => CreateError($"Error parsing XML; message from parser is: {detail}");

    /// <summary>Returns the response to a message that is only checked: the error that it would get, or its diagnosis.</summary>
    /// <param name="message">The message.</param>
    /// <param name="inputXml">The root element as it was sent.</param>
    public CheckoutMessage Diagnose(CheckoutMessage message, string inputXml) => GetError(message) is { } reason
        ? CreateError(reason)
        : CreateDiagnosis(inputXml, GetWarnings(message));

    public DiagnoseResponse CreateDiagnosis(string inputXml, IReadOnlyList<string> warnings) =>
        new() { SerialNumber = CreateSerialNumber(), InputXml = inputXml, Warnings = warnings };

    public ErrorResponse CreateError(string reason) => new() { SerialNumber = _ids.SerialNumber(), ErrorMessage = reason };

    public void Dispose() => _timer.Dispose();

    private (CheckoutShoppingCart Cart, bool IsDonation, bool IsFromMerchant) FindCart(string cartId, DateTimeOffset now)
    {
        if (_orderedCarts.TryGet(cartId, out _))
        {
            throw new InvalidOperationException("The shopping cart was already ordered. A cart becomes one order: send it again for another.");
        }

        var found = _carts.TryGet(cartId, out var known) ? known : throw new ArgumentException($"The sandbox has no shopping cart {cartId}.", nameof(cartId));
        return found.Cart.ShoppingCart.CartExpiration?.GoodUntilDate < now ? throw new InvalidOperationException("The shopping cart has expired.") : found;
    }

    private ErrorResponse CreateUnknownOrderError(OrderCommand command) => CreateError($"This merchant has no order {command.GoogleOrderNumber}.");

    // Before API version 2.5, the receipt for an order command does not contain notifications.
    private RequestReceivedResponse CreateReceipt(OrderCommand command, OrderOutcome.Applied applied)
    {
        var notifications = applied.Notifications;
        var receipt = new RequestReceivedResponse
        {
            SerialNumber = _ids.SerialNumber(),
            NewGoogleOrderNumber = _receiptsIncludeOrderNumber ? applied.Recurrence?.GoogleOrderNumber : null,
        };
        return !_receiptsIncludeNotifications ? receipt : command switch
        {
            ChargeOrderRequest or ChargeAndShipOrderRequest => receipt with { ChargeAmountNotification = notifications.OfType<ChargeAmountNotification>().LastOrDefault() },
            RefundOrderRequest => receipt with { RefundAmountNotification = notifications.OfType<RefundAmountNotification>().LastOrDefault() },
            CancelOrderRequest => receipt with { OrderStateChangeNotification = notifications.OfType<OrderStateChangeNotification>().LastOrDefault() },
            _ => receipt,
        };
    }

    private T WithLock<T>(Func<DateTimeOffset, T> work)
    {
        IReadOnlyList<Notification> pending = [];
        try
        {
            lock (_gate)
            {
                return WithLock(work, out pending);
            }
        }
        finally
        {
            foreach (var notification in pending)
            {
                NotificationCreated?.Invoke(notification);
            }
        }
    }

    // Applies the events that are due, before the work; afterward, sets the timer to the next due event.
    private T WithLock<T>(Func<DateTimeOffset, T> work, out IReadOnlyList<Notification> pending)
    {
        pending = [];
        var now = _clock.Now;
        _store.RunDue(now);
        try
        {
            return work(now);
        }
        finally
        {
            _timer.Change(_store.NextDue is { } next ? _clock.Until(next) : Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            pending = [.. _pending];
            _pending.Clear();
        }
    }
}
