using GoogleCheckout.Notifications;

namespace GoogleCheckout.Orders;

/// <summary>How notifications move an order on. They come at least once, in no promised order.</summary>
internal static class OrderProgress
{
    public static OrderStatus Of(OrderSummary order) => new()
    {
        FinancialOrderState = order.FinancialOrderState,
        FulfillmentOrderState = order.FulfillmentOrderState,
        OrderTotal = order.OrderTotal,
        TotalChargeAmount = order.TotalChargeAmount,
        TotalRefundAmount = order.TotalRefundAmount,
        TotalChargebackAmount = order.TotalChargebackAmount,
        ShoppingCart = order.ShoppingCart,
        Payment = PaymentProgress.After(new PaymentStatus(), order),
    };

    public static OrderStatus Of(NewOrderNotification notification)
    {
        var nothing = notification.OrderTotal with { Amount = 0 };
        var placed = new OrderStatus
        {
            FinancialOrderState = notification.FinancialOrderState,
            FulfillmentOrderState = notification.FulfillmentOrderState,
            OrderTotal = notification.OrderTotal,
            TotalChargeAmount = nothing,
            TotalRefundAmount = nothing,
            TotalChargebackAmount = nothing,
            ShoppingCart = notification.ShoppingCart,
            StateChangedAt = notification.Timestamp,
        };
        return Apply(placed, notification);
    }

    public static OrderStatus? Of(Notification notification) => notification switch
    {
        NewOrderNotification order => Of(order),
        { OrderSummary: { } summary } => Apply(Of(summary) with { StateChangedAt = notification.Timestamp }, notification),
        _ => null,
    };

    public static OrderStatus Apply(OrderStatus order, Notification notification)
    {
        var told = notification.OrderSummary is { } summary ? WithAmounts(order, summary) : order;
        return WithStates(WithOwnAmounts(told, notification), notification) with { Payment = PaymentProgress.After(order.Payment, notification) };
    }

    private static OrderStatus WithAmounts(OrderStatus order, OrderSummary summary) => order with
    {
        TotalChargeAmount = Greater(order.TotalChargeAmount, summary.TotalChargeAmount),
        TotalRefundAmount = Greater(order.TotalRefundAmount, summary.TotalRefundAmount),
        TotalChargebackAmount = Greater(order.TotalChargebackAmount, summary.TotalChargebackAmount),
        ShoppingCart = order.ShoppingCart ?? summary.ShoppingCart,
    };

    private static OrderStatus WithOwnAmounts(OrderStatus order, Notification notification) => notification switch
    {
        NewOrderNotification placed => order with { ShoppingCart = order.ShoppingCart ?? placed.ShoppingCart },
        ChargeAmountNotification charge => order with { TotalChargeAmount = Greater(order.TotalChargeAmount, charge.TotalChargeAmount) },
        RefundAmountNotification refund => order with { TotalRefundAmount = Greater(order.TotalRefundAmount, refund.TotalRefundAmount) },
        ChargebackAmountNotification chargeback => order with { TotalChargebackAmount = Greater(order.TotalChargebackAmount, chargeback.TotalChargebackAmount) },
        _ => order,
    };

    // Some senders left out the currency; it is the order's.
    private static Money Greater(Money known, Money told)
    {
        var amount = told.Currency.Length == 0 ? told with { Currency = known.Currency } : told;
        return amount > known ? amount : known;
    }

    private static OrderStatus WithStates(OrderStatus order, Notification notification) => notification switch
    {
        OrderStateChangeNotification change => WithStates(
            order,
            notification.Timestamp,
            (change.PreviousFinancialOrderState, change.NewFinancialOrderState),
            (change.PreviousFulfillmentOrderState, change.NewFulfillmentOrderState)),
        NewOrderNotification placed => WithStates(order, notification.Timestamp, (default, placed.FinancialOrderState), (default, placed.FulfillmentOrderState)),
        { OrderSummary: { } summary } => WithStates(order, notification.Timestamp, (default, summary.FinancialOrderState), (default, summary.FulfillmentOrderState)),
        _ => order,
    };

    private static OrderStatus WithStates(
        OrderStatus order,
        DateTimeOffset? time,
        (FinancialOrderState Previous, FinancialOrderState New) financial,
        (FulfillmentOrderState Previous, FulfillmentOrderState New) fulfillment)
    {
        var age = Compare(time, order.StateChangedAt);
        return age < 0 ? order : order with
        {
            FinancialOrderState = Next(order.FinancialOrderState, financial.Previous, financial.New, age == 0),
            FulfillmentOrderState = Next(order.FulfillmentOrderState, fulfillment.Previous, fulfillment.New, age == 0),
            StateChangedAt = time ?? order.StateChangedAt,
        };
    }

    private static int Compare(DateTimeOffset? told, DateTimeOffset? known) =>
        told is { } time && known is { } since ? time.CompareTo(since) : 1;

    private static FinancialOrderState Next(FinancialOrderState known, FinancialOrderState previous, FinancialOrderState told, bool isSameTime) =>
        told != FinancialOrderState.Unknown
        && CanFollow(known, told)
        && (!isSameTime || previous == known || Weight(told) > Weight(known))
            ? told
            : known;

    private static FulfillmentOrderState Next(FulfillmentOrderState known, FulfillmentOrderState previous, FulfillmentOrderState told, bool isSameTime) =>
        told != FulfillmentOrderState.Unknown
        && OrderTransitions.Exists(known, told)
        && (!isSameTime || previous == known || told > known)
            ? told
            : known;

    // A step between may be still on its way. So only what can never be is left aside.
    private static bool CanFollow(FinancialOrderState known, FinancialOrderState told) =>
        told == FinancialOrderState.CancelledByGoogle
            ? known != FinancialOrderState.Cancelled
            : OrderTransitions.Exists(known, told);

    // Of two states told at one time, the one further on is the later; charging passes, and so comes before its outcome.
    private static FinancialOrderState Weight(FinancialOrderState state) =>
        state == FinancialOrderState.Charging ? FinancialOrderState.Reviewing : state;
}
