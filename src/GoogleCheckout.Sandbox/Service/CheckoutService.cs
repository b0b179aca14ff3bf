using GoogleCheckout.Carts;
using GoogleCheckout.Notifications;
using GoogleCheckout.Orders;
using GoogleCheckout.Reports;
using GoogleCheckout.Sandbox.Infrastructure;
using GoogleCheckout.Sandbox.Orders;

namespace GoogleCheckout.Sandbox.Service;

/// <summary>
/// The service without HTTP: it takes requests and returns responses. Thread-safe: a lock serializes the calls. Each call applies the events that are
/// due, then its input; the journal, if there is one, has the input before the call returns.
/// </summary>
internal sealed class CheckoutService : IDisposable
{
    private readonly SandboxClock _clock;
    private readonly SandboxIds _ids;
    private readonly SynchronizedState _state;
    private volatile MerchantSettings _settings;

    public CheckoutService(SandboxClock clock, SandboxIds ids, MerchantSettings settings, INotificationSink sink, long maxCartBytes = long.MaxValue)
    {
        _clock = clock;
        _ids = ids;
        _settings = settings;
        _state = new SynchronizedState(clock, ids, settings.Policy, sink, maxCartBytes);
    }

    /// <summary>Raised for each new notification, outside of the lock.</summary>
    public event Action<Notification>? NotificationCreated
    {
        add => _state.NotificationCreated += value;
        remove => _state.NotificationCreated -= value;
    }

    /// <inheritdoc cref="SynchronizedState.DueEventFailed"/>
    public event Action<DueEventFailure>? DueEventFailed
    {
        add => _state.DueEventFailed += value;
        remove => _state.DueEventFailed -= value;
    }

    public DateTimeOffset Now => _clock.Now;

    /// <summary>The settings of the merchant's account.</summary>
    public MerchantSettings Settings => _settings;

    // Of the settings, like those of the state: a replay then has the rules of the journal.
    private SandboxRules Rules => _settings.Policy.Rules;

    /// <summary>
    /// Changes the settings, for everything that happens from now on. What is already due keeps its time: an order that is in review when the
    /// review delay changes, for example.
    /// </summary>
    /// <param name="change">Returns the changed settings. The rules do not change.</param>
    /// <param name="apply">Applies the settings outside of the service, before anything else happens. It must not block.</param>
    /// <exception cref="IOException">The journal cannot be written.</exception>
    public void ChangeSettings(Func<MerchantSettings, MerchantSettings> change, Action<MerchantSettings> apply) => _state.Use((state, _) =>
    {
        var changed = _state.Record(new ServiceInput.SettingsChanged(change(_settings))).Settings;
        state.SetPolicy(changed.Policy);
        _settings = changed;
        apply(changed);
        return changed;
    });

    /// <summary>Stores the cart for its buyer.</summary>
    /// <param name="cart">The cart.</param>
    /// <param name="pages">The URL of the buyer's page, without a query.</param>
    /// <param name="isDonation">Whether the cart was sent to an account for donations.</param>
    /// <param name="isFromMerchant">Whether the cart was signed, or sent with the merchant's credentials.</param>
    /// <returns>The redirect, or an error response.</returns>
    public CheckoutMessage AddCart(CheckoutShoppingCart cart, Uri pages, bool isDonation, bool isFromMerchant = true) => _state.Use<CheckoutMessage>((state, _) =>
    {
        if (CartAcceptance.GetError(cart, Rules) is { } reason)
        {
            return CreateError(reason);
        }

        var id = state.AddCart(_state.Record(new ServiceInput.CartAccepted(cart, isDonation, isFromMerchant)));
        return new CheckoutRedirect { SerialNumber = _ids.SerialNumber(), RedirectUrl = $"{pages}?o=shoppingcart&shoppingcart={id}" };
    });

    /// <summary>Executes the command.</summary>
    /// <param name="command">The command.</param>
    /// <param name="getRefusal">Returns the reason why the command is not executed for the current order, null if it is; called within the lock. Null for none.</param>
    /// <returns>The receipt, or an error response.</returns>
    public CheckoutMessage Execute(OrderCommand command, Func<Order, string?>? getRefusal = null) => _state.Use<CheckoutMessage>((state, now) =>
    {
        if (state.FindOrder(command.GoogleOrderNumber) is not { } order)
        {
            return CreateUnknownOrderError(command);
        }

        if (getRefusal?.Invoke(order) is { } refusal)
        {
            return CreateError(refusal);
        }

        _state.Record(new ServiceInput.CommandReceived(command));
        return state.Apply(order, new OrderEvent.CommandReceived(command), now) switch
        {
            OrderOutcome.Applied applied => CreateReceipt(command, applied),
            OrderOutcome.Rejected rejected => CreateError(rejected.Reason),
            _ => throw new InvalidOperationException("Unknown outcome."),
        };
    });

    /// <summary>Returns the reason why the message would be rejected; null if it would be accepted. Changes nothing.</summary>
    public string? GetError(CheckoutMessage message) => _state.Use((state, now) => message switch
    {
        CheckoutShoppingCart cart => CartAcceptance.GetError(cart, Rules),
        OrderCommand command => state.FindOrder(command.GoogleOrderNumber) is { } order
            ? (state.Evaluate(order, new OrderEvent.CommandReceived(command), now) as OrderOutcome.Rejected)?.Reason
            : CreateUnknownOrderError(command).ErrorMessage,
        OrderListRequest list => OrderList.GetError(list),
        _ => null,
    });

    // The probable mistakes in a message that has no error.
    private static IReadOnlyList<string> GetWarnings(CheckoutMessage message) => message is CheckoutShoppingCart cart ? CartAcceptance.GetWarnings(cart) : [];

    /// <summary>Returns the requested notifications; a single notification if the request contains a serial number.</summary>
    public CheckoutMessage GetReport(NotificationHistoryRequest request) => GetNotifications(request);

    /// <summary>Returns the token to start polling with.</summary>
    public CheckoutMessage GetReport(NotificationDataTokenRequest request) => GetNotifications(request);

    /// <summary>Returns the next notifications for a polling client.</summary>
    public CheckoutMessage GetReport(NotificationDataRequest request) => GetNotifications(request);

    /// <summary>Returns the orders in CSV format, for a request that <see cref="GetError"/> accepts.</summary>
    public string GetReport(OrderListRequest request) => _state.Use((state, _) => state.CreateCsv(request));

    /// <summary>Returns the current summaries of the requested orders; unknown orders are omitted.</summary>
    public OrderSummaryResponse GetReport(OrderSummaryRequest request) => _state.Use((state, _) => new OrderSummaryResponse
    {
        SerialNumber = _ids.SerialNumber(),
        OrderSummaries = [.. request.OrderNumbers.Select(number => state.FindOrder(number)?.Summary).OfType<OrderSummary>()],
    });

    /// <summary>Returns the current summary of an order; null if there is none. It takes no number of the generator, so looking changes nothing.</summary>
    public OrderSummary? FindOrder(string googleOrderNumber) => _state.Use((state, _) => state.FindOrder(googleOrderNumber)?.Summary);

    /// <summary>Returns an order with what no message contains; null if there is none.</summary>
    public Order? FindFullOrder(string googleOrderNumber) => _state.Use((state, _) => state.FindOrder(googleOrderNumber));

    /// <summary>Returns the events that happen automatically later, the next one first.</summary>
    /// <param name="limit">The maximum number of events.</param>
    public IReadOnlyList<(Order Order, DueEvent Due)> GetDueEvents(int limit) => _state.Use<IReadOnlyList<(Order, DueEvent)>>((state, _) => [.. state.DueEvents.Take(limit)]);

    /// <summary>Returns all orders with what no message contains, oldest first. The lock is held only while references are copied.</summary>
    public IReadOnlyList<Order> GetFullOrders() => _state.Use((state, _) => state.Orders.ToArray());

    /// <summary>Returns all notifications of an order, oldest first; empty if there is no such order.</summary>
    public IReadOnlyList<Notification> GetNotifications(string googleOrderNumber) => _state.Use((state, _) => state.GetNotifications(googleOrderNumber));

    /// <summary>Returns the latest notification that reports contain; null if there is none.</summary>
    public Notification? FindLatestNotification() => _state.Use((state, _) => state.LatestNotification);

    /// <summary>Returns the reason why an event of an order would be rejected; null if it is possible. Changes nothing.</summary>
    public string? GetEventError(string googleOrderNumber, OrderEvent orderEvent) => _state.Use((state, now) =>
        state.FindOrder(googleOrderNumber) is { } order ? (state.Evaluate(order, orderEvent, now) as OrderOutcome.Rejected)?.Reason : $"The sandbox has no order {googleOrderNumber}");

    /// <summary>Returns the current summaries of all orders, oldest first; empty if there are none.</summary>
    public IReadOnlyList<OrderSummary> GetOrders() => _state.Use((state, _) => state.Orders.OrderBy(order => order.PurchaseDate).Select(order => order.Summary).ToList());

    /// <summary>Returns whether this service created the id of the cart, also if the cart was ordered or has expired.</summary>
    public bool HasCart(string cartId) => _state.Use((state, _) => state.HasCart(cartId));

    /// <summary>Returns the cart with the id.</summary>
    /// <exception cref="ArgumentException">There is no such cart.</exception>
    /// <exception cref="InvalidOperationException">The cart has expired, or was ordered before.</exception>
    public CheckoutShoppingCart FindCart(string cartId) => _state.Use((state, now) => state.FindCart(cartId, now).Cart);

    /// <summary>Returns the reason why the merchant is not called for the cart with the id; null if the merchant may be called.</summary>
    /// <exception cref="ArgumentException">There is no such cart.</exception>
    /// <exception cref="InvalidOperationException">The cart has expired, or was ordered before.</exception>
    public string? GetCalculationError(string cartId) => _state.Use((state, now) =>
    {
        var (cart, _, isFromMerchant) = state.FindCart(cartId, now);
        return Rules.AnyCalculationUrl ? null : CalculationUrl.GetError(cart, isFromMerchant, _settings.CallbackUrl);
    });

    /// <summary>Places an order for the cart.</summary>
    /// <exception cref="ArgumentException">There is no such cart.</exception>
    /// <exception cref="InvalidOperationException">The cart has expired, or was ordered before.</exception>
    public NewOrderNotification PlaceOrder(string cartId, Buyer buyer, CartPrice price) => _state.Use((state, now) =>
    {
        var placed = state.Place(cartId, buyer, price.Adjustment, price.Total, now);
        _state.Record(new ServiceInput.OrderPlaced(cartId, placed, buyer.Card));
        return placed;
    });

    /// <summary>Applies an event of the service, the buyer or the bank to an order.</summary>
    /// <returns>The notifications of the event; may be empty.</returns>
    /// <exception cref="ArgumentException">There is no such order.</exception>
    /// <exception cref="InvalidOperationException">The event is not possible in the current state of the order.</exception>
    public IReadOnlyList<Notification> RaiseEvent(string googleOrderNumber, OrderEvent orderEvent)
    {
        var outcome = _state.Use((state, now) =>
        {
            var order = state.FindOrder(googleOrderNumber) ?? throw new ArgumentException($"The sandbox has no order {googleOrderNumber}.", nameof(googleOrderNumber));
            _state.Record(new ServiceInput.EventRaised(googleOrderNumber, orderEvent));
            return state.Apply(order, orderEvent, now);
        });
        return outcome switch
        {
            OrderOutcome.Applied applied => applied.Notifications,
            OrderOutcome.Rejected rejected => throw new InvalidOperationException($"{rejected.Reason}."),
            _ => throw new InvalidOperationException("Unknown outcome."),
        };
    }

    /// <summary>Applies the events that are due, after the clock was moved forward.</summary>
    /// <exception cref="IOException">The journal cannot be written.</exception>
    public void RunDue() => _state.RunDue();

    /// <inheritdoc cref="SynchronizedState.Run"/>
    public void Run(ServiceInput input, Action change) => _state.Run(input, change);

    /// <inheritdoc cref="SynchronizedState.Open"/>
    public void Open(IServiceJournal journal) => _state.Open(journal);

    /// <inheritdoc cref="SynchronizedState.Replay"/>
    public ReplayedInput Replay(DateTimeOffset at, ServiceInput input, IReadOnlyList<string> numbers)
    {
        var result = _state.Replay(at, input, numbers);
        _settings = (input as ServiceInput.SettingsChanged)?.Settings ?? _settings;
        return result;
    }

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

    public void Dispose() => _state.Dispose();

    private CheckoutMessage GetNotifications(CheckoutMessage request) => _state.Use((state, now) =>
    {
        _state.Record(new ServiceInput.ReportRequested(request));
        return state.GetReport(request, now);
    });

    private ErrorResponse CreateUnknownOrderError(OrderCommand command) => CreateError($"This merchant has no order {command.GoogleOrderNumber}.");

    // Before API version 2.5, the receipt for an order command does not contain notifications.
    private RequestReceivedResponse CreateReceipt(OrderCommand command, OrderOutcome.Applied applied)
    {
        var notifications = applied.Notifications;
        var receipt = new RequestReceivedResponse
        {
            SerialNumber = _ids.SerialNumber(),
            NewGoogleOrderNumber = Rules.ReturnRecurrenceOrderNumber ? applied.Recurrence?.GoogleOrderNumber : null,
        };
        return _settings.Policy.ApiVersion != ApiVersion.Version25 ? receipt : command switch
        {
            ChargeOrderRequest or ChargeAndShipOrderRequest => receipt with { ChargeAmountNotification = notifications.OfType<ChargeAmountNotification>().LastOrDefault() },
            RefundOrderRequest => receipt with { RefundAmountNotification = notifications.OfType<RefundAmountNotification>().LastOrDefault() },
            CancelOrderRequest => receipt with { OrderStateChangeNotification = notifications.OfType<OrderStateChangeNotification>().LastOrDefault() },
            _ => receipt,
        };
    }
}
