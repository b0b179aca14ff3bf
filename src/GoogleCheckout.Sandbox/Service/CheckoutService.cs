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
    private readonly OrderStore _book;
    private readonly NotificationHistory _history;
    private readonly NotificationPolling _polling;
    private readonly OrderList _orderList;
    private readonly ITimer _timer;
    private readonly bool _receiptsTellOutcomes;
    private readonly bool _receiptsTellNumbers;
    private readonly Dictionary<string, CheckoutShoppingCart> _carts = [];
    private readonly HashSet<string> _donations = [];
    private readonly List<Notification> _news = [];

    public CheckoutService(SandboxClock clock, SandboxIds ids, MerchantPolicy terms, INotificationSink sink)
    {
        _clock = clock;
        _ids = ids;
        _receiptsTellNumbers = terms.Rules.ReturnRecurrenceOrderNumber;
        _receiptsTellOutcomes = terms.ApiVersion == ApiVersion.Version25;
        _book = new OrderStore(new OrderStateMachine(terms), ids.Number, Announce);
        _history = new NotificationHistory(_book, ids);
        _polling = new NotificationPolling(_book, ids);
        _orderList = new OrderList(_book);
        _timer = clock.CreateTimer(() => WithLock(_ => true));

        void Announce(Notification notification)
        {
            sink.Add(notification);
            _news.Add(notification);
        }
    }

    /// <summary>Hears of each notification as it has come about.</summary>
    public event Action<Notification>? Announced;

    public DateTimeOffset Now => _clock.Now;

    /// <summary>Keeps the cart for its buyer.</summary>
    /// <param name="cart">The cart.</param>
    /// <param name="pages">Where buyers go; the cart's id becomes its query.</param>
    /// <param name="isDonation">Whether it came to an account for donations.</param>
    /// <returns>The redirect, or an error.</returns>
    public CheckoutMessage TakeCart(CheckoutShoppingCart cart, Uri pages, bool isDonation) => WithLock<CheckoutMessage>(_ =>
    {
        if (CartAcceptance.GetError(cart) is { } reason)
        {
            return Error(reason);
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
    public CheckoutMessage CarryOut(OrderCommand command) => WithLock<CheckoutMessage>(now => !_book.TryFind(command.GoogleOrderNumber, out var order)
        ? UnknownOrder(command)
        : _book.Apply(order, new OrderEvent.CommandReceived(command), now) switch
        {
            OrderOutcome.Happened happened => Receipt(command, happened),
            OrderOutcome.Refused refused => Error(refused.Reason),
            _ => throw new InvalidOperationException("An outcome is one or the other."),
        });

    /// <summary>Why the message would be refused; null where it would not. Nothing changes.</summary>
    public string? GetError(CheckoutMessage message) => WithLock(now => message switch
    {
        CheckoutShoppingCart cart => CartAcceptance.GetError(cart),
        OrderCommand command => !_book.TryFind(command.GoogleOrderNumber, out var order)
            ? UnknownOrder(command).ErrorMessage
            : (_book.Try(order, new OrderEvent.CommandReceived(command), now) as OrderOutcome.Refused)?.Reason,
        OrderListRequest list => OrderList.GetError(list),
        _ => null,
    });

    /// <summary>The notifications asked for; one asked for by serial number comes by itself.</summary>
    public CheckoutMessage Report(NotificationHistoryRequest request) => WithLock(now => _history.Answer(request, now));

    /// <summary>Where to begin polling.</summary>
    public CheckoutMessage Report(NotificationDataTokenRequest request) => WithLock(now => _polling.Answer(request, now));

    /// <summary>The next notifications for one who polls.</summary>
    public CheckoutMessage Report(NotificationDataRequest request) => WithLock(now => _polling.Answer(request, now));

    /// <summary>The table of the orders placed in a time that <see cref="GetError"/> passed.</summary>
    public string Report(OrderListRequest request) => WithLock(_ => _orderList.Table(request));

    /// <summary>The orders asked for as they are now; unknown ones are left out.</summary>
    public OrderSummaryResponse Report(OrderSummaryRequest request) => WithLock(_ => new OrderSummaryResponse
    {
        SerialNumber = _ids.SerialNumber(),
        OrderSummaries = [.. request.OrderNumbers.Select(number => _book.TryFind(number, out var order) ? order.Summary : null).OfType<OrderSummary>()],
    });

    /// <summary>All orders as they are now, oldest first.</summary>
    public IReadOnlyList<OrderSummary> Orders() => WithLock(_ => _book.Orders.OrderBy(order => order.PurchaseDate).Select(order => order.Summary).ToList());

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
            WantsFirstAuthorization = cart.OrderProcessingSupport?.RequestInitialAuthDetails == true,
            Buyer = buyer,
        };
        return _book.Place(order, now);
    });

    /// <summary>Lets the service, the buyer or the bank do something with an order.</summary>
    /// <returns>What the merchant is told of it.</returns>
    /// <exception cref="ArgumentException">There is no such order.</exception>
    /// <exception cref="InvalidOperationException">It cannot happen to the order as it stands.</exception>
    public IReadOnlyList<Notification> RaiseEvent(string googleOrderNumber, OrderEvent happening) => WithLock(now =>
    {
        var order = _book.TryFind(googleOrderNumber, out var known) ? known : throw new ArgumentException($"The sandbox knows no order {googleOrderNumber}.", nameof(googleOrderNumber));
        return _book.Apply(order, happening, now) switch
        {
            OrderOutcome.Happened happened => happened.Notifications,
            OrderOutcome.Refused refused => throw new InvalidOperationException($"{refused.Reason}."),
            _ => throw new InvalidOperationException("An outcome is one or the other."),
        };
    });

    /// <summary>Sets the clock forward; what falls due on the way happens.</summary>
    public void Advance(TimeSpan time)
    {
        _clock.Advance(time);
        WithLock(_ => true);
    }

    public string NewSerialNumber() => _ids.SerialNumber();

    public ErrorResponse Error(string reason) => new() { SerialNumber = _ids.SerialNumber(), ErrorMessage = reason };

    public void Dispose() => _timer.Dispose();

    private CheckoutShoppingCart FindCart(string cartId, DateTimeOffset now)
    {
        var cart = _carts.GetValueOrDefault(cartId) ?? throw new ArgumentException($"The sandbox knows no shopping cart {cartId}.", nameof(cartId));
        return cart.ShoppingCart.CartExpiration?.GoodUntilDate < now ? throw new InvalidOperationException("The shopping cart has expired.") : cart;
    }

    private ErrorResponse UnknownOrder(OrderCommand command) => Error($"There is no order {command.GoogleOrderNumber} of this merchant.");

    // Before API version 2.5 the answer to an order command is a receipt and no more.
    private RequestReceivedResponse Receipt(OrderCommand command, OrderOutcome.Happened happened)
    {
        var told = happened.Notifications;
        var receipt = new RequestReceivedResponse
        {
            SerialNumber = _ids.SerialNumber(),
            NewGoogleOrderNumber = _receiptsTellNumbers ? happened.Recurrence?.GoogleOrderNumber : null,
        };
        return !_receiptsTellOutcomes ? receipt : command switch
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
                Announced?.Invoke(notification);
            }
        }
    }

    // Before anything is looked at, everything happens that is due; afterwards the timer waits for what comes next.
    private T WithLock<T>(Func<DateTimeOffset, T> work, out IReadOnlyList<Notification> news)
    {
        news = [];
        var now = _clock.Now;
        _book.RunDue(now);
        try
        {
            return work(now);
        }
        finally
        {
            _timer.Change(_book.NextDue is { } next ? _clock.Until(next) : Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            news = [.. _news];
            _news.Clear();
        }
    }
}
