using GoogleCheckout.Carts;
using GoogleCheckout.Notifications;
using GoogleCheckout.Orders;

namespace GoogleCheckout.Cli.Archives.Ledger;

/// <summary>An order, made of the notifications of an archive. It keeps none of them.</summary>
/// <param name="number">The order number that the service assigned.</param>
internal sealed class LedgerOrder(string number)
{
    private const int MaxFindings = 20;

    private readonly List<string> _findings = [];
    private readonly decimal[] _reportedTotals = new decimal[Enum.GetValues<MovementType>().Length];
    private OrderStatus _states = new()
    {
        FinancialOrderState = FinancialOrderState.Unknown,
        FulfillmentOrderState = FulfillmentOrderState.Unknown,
        OrderTotal = default,
        TotalChargeAmount = default,
        TotalRefundAmount = default,
        TotalChargebackAmount = default,
    };

    public string Number { get; } = number;

    public string? MerchantOrderNumber { get; private set; }

    public DateTimeOffset? PurchaseDate { get; private set; }

    public DateTimeOffset? LastNotificationDate { get; private set; }

    public LedgerBuyer Buyer { get; private set; } = LedgerBuyer.Unknown;

    public FinancialOrderState FinancialOrderState => _states.FinancialOrderState;

    public FulfillmentOrderState FulfillmentOrderState => _states.FulfillmentOrderState;

    public bool IsCanceled => FinancialOrderState is FinancialOrderState.Cancelled or FinancialOrderState.CancelledByGoogle;

    /// <summary>The total of the order; null if no notification contains it.</summary>
    public Money? OrderTotal { get; private set; }

    /// <summary>The currency of the order; empty if no amount has one.</summary>
    public string Currency { get; private set; } = string.Empty;

    public MovementSums Sums { get; } = new();

    /// <summary>Whether the items of the order were seen.</summary>
    public bool HasItems { get; private set; }

    /// <summary>Whether items are paid again and again, so that the charges may be more than the order total.</summary>
    public bool HasSubscription { get; private set; }

    /// <summary>The amounts that do not add up, as sentences without buyer data.</summary>
    public IReadOnlyList<string> Findings => _findings;

    /// <summary>The number of findings that are not listed.</summary>
    public int OtherFindings { get; private set; }

    /// <summary>The remaining amount to charge; null if the total is unknown, or if the order is canceled or has subscriptions.</summary>
    public decimal? Uncharged => OrderTotal is { } total && total.Currency == Currency && LedgerAmount.IsPlausible(total) && !IsCanceled && !HasSubscription
        ? Math.Max(0, total.Amount - Sums.Charged)
        : null;

    /// <summary>Adds a notification, which must be about this order and no duplicate.</summary>
    /// <returns>The cart, if this notification is the first with the items of the order; otherwise null.</returns>
    public ShoppingCart? Add(Notification notification)
    {
        LastNotificationDate = Latest(LastNotificationDate, notification.Timestamp);
        var cart = notification is NewOrderNotification placed ? AddNewOrder(placed) : null;
        if (notification.OrderSummary is { } summary)
        {
            cart ??= AddSummary(summary);
        }

        _states = GetStateChange(notification) is { } change ? _states.Apply(change) : _states;
        if (cart is null || HasItems)
        {
            return null;
        }

        HasItems = true;
        HasSubscription = cart.Items.Any(item => item.Subscription is not null);
        return cart;
    }

    /// <summary>Sets the currency of the order, if its total has none.</summary>
    public void SetCurrency(string currency)
    {
        if (Currency.Length == 0)
        {
            Currency = currency;
            OrderTotal = OrderTotal is { Currency.Length: 0 } total ? total with { Currency = currency } : OrderTotal;
        }
    }

    /// <summary>Remembers a total that a notification states.</summary>
    public void AddReportedTotal(MovementType type, Money total)
    {
        if (LedgerAmount.IsPlausible(total) && (total.Currency.Length == 0 || total.Currency == Currency || Currency.Length == 0))
        {
            _reportedTotals[(int)type] = Math.Max(_reportedTotals[(int)type], total.Amount);
        }
    }

    public decimal GetReportedTotal(MovementType type) => _reportedTotals[(int)type];

    public void AddFinding(string finding)
    {
        if (_findings.Count == MaxFindings)
        {
            OtherFindings++;
        }
        else if (!_findings.Contains(finding))
        {
            _findings.Add(finding);
        }
    }

    private ShoppingCart AddNewOrder(NewOrderNotification placed)
    {
        PurchaseDate = placed.Timestamp ?? PurchaseDate;
        SetTotal(placed.OrderTotal);
        Buyer = Buyer.With(placed.BuyerId, placed.BuyerBillingAddress, placed.BuyerShippingAddress);
        return placed.ShoppingCart;
    }

    private ShoppingCart AddSummary(OrderSummary summary)
    {
        PurchaseDate ??= summary.PurchaseDate;
        MerchantOrderNumber = summary.MerchantOrderNumber ?? MerchantOrderNumber;
        SetTotal(summary.OrderTotal);
        Buyer = Buyer.With(summary.BuyerId, billing: null, summary.BuyerShippingAddress);
        AddReportedTotal(MovementType.Charge, summary.TotalChargeAmount);
        AddReportedTotal(MovementType.Refund, summary.TotalRefundAmount);
        AddReportedTotal(MovementType.Chargeback, summary.TotalChargebackAmount);
        return summary.ShoppingCart;
    }

    private void SetTotal(Money total)
    {
        if (OrderTotal is null || (OrderTotal is { Currency.Length: 0 } && total.Currency.Length > 0))
        {
            OrderTotal = total;
            Currency = total.Currency;
        }
    }

    // The amounts of the ledger may be in several currencies, which the rules of an order reject. So they get the states only.
    private static OrderStateChangeNotification? GetStateChange(Notification notification)
    {
        var change = new OrderStateChangeNotification
        {
            SerialNumber = notification.SerialNumber,
            GoogleOrderNumber = notification.GoogleOrderNumber,
            Timestamp = notification.Timestamp,
        };
        return notification switch
        {
            OrderStateChangeNotification received => received with { OrderSummary = null },
            NewOrderNotification placed => change with
            {
                NewFinancialOrderState = placed.FinancialOrderState,
                NewFulfillmentOrderState = placed.FulfillmentOrderState,
            },
            { OrderSummary: { } summary } => change with
            {
                NewFinancialOrderState = summary.FinancialOrderState,
                NewFulfillmentOrderState = summary.FulfillmentOrderState,
            },
            _ => null,
        };
    }

    private static DateTimeOffset? Latest(DateTimeOffset? left, DateTimeOffset? right) =>
        left is { } known && (right is not { } other || known >= other) ? known : right;
}
