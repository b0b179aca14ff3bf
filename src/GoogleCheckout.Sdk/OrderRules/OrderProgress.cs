using GoogleCheckout.Notifications;

namespace GoogleCheckout.Orders;

/// <summary>Updates the status of an order with notifications, which arrive at least once and in any order.</summary>
internal static class OrderProgress
{
    public static OrderStatus FromSummary(OrderSummary order) => WithOneCurrency(new OrderStatus
    {
        FinancialOrderState = order.FinancialOrderState,
        FulfillmentOrderState = order.FulfillmentOrderState,
        OrderTotal = order.OrderTotal,
        TotalChargeAmount = order.TotalChargeAmount,
        TotalRefundAmount = order.TotalRefundAmount,
        TotalChargebackAmount = order.TotalChargebackAmount,
        ShoppingCart = order.ShoppingCart,
        Payment = PaymentProgress.Apply(new PaymentStatus(), order),
    });

    public static OrderStatus FromNewOrder(NewOrderNotification notification)
    {
        var zero = notification.OrderTotal with { Amount = 0 };
        var placed = new OrderStatus
        {
            FinancialOrderState = notification.FinancialOrderState,
            FulfillmentOrderState = notification.FulfillmentOrderState,
            OrderTotal = notification.OrderTotal,
            TotalChargeAmount = zero,
            TotalRefundAmount = zero,
            TotalChargebackAmount = zero,
            ShoppingCart = notification.ShoppingCart,
            StateChangedAt = notification.Timestamp,
        };
        return Apply(placed, notification);
    }

    public static OrderStatus? FromNotification(Notification notification) => notification switch
    {
        NewOrderNotification order => FromNewOrder(order),
        { OrderSummary: { } summary } => Apply(FromSummary(summary) with { StateChangedAt = notification.Timestamp }, notification),
        _ => null,
    };

    public static OrderStatus Apply(OrderStatus order, Notification notification)
    {
        var updated = notification.OrderSummary is { } summary ? WithAmounts(order, summary) : order;
        return WithOneCurrency(WithStates(WithOwnAmounts(updated, notification), notification) with { Payment = PaymentProgress.Apply(order.Payment, notification) });
    }

    /// <summary>
    /// Returns the status with the currency of the order in each amount, if any amount has one. Some senders omit the currency of all
    /// amounts, or of some.
    /// </summary>
    public static OrderStatus WithOneCurrency(OrderStatus order)
    {
        Money?[] amounts = [order.OrderTotal, order.TotalChargeAmount, order.TotalRefundAmount, order.TotalChargebackAmount, order.Payment.AuthorizationAmount];
        var prices = order.ShoppingCart?.Items.Select(item => (Money?)item.UnitPrice) ?? [];
        var known = amounts.Concat(prices).FirstOrDefault(amount => amount is { Currency.Length: > 0 }) ?? order.OrderTotal;
        return order with
        {
            OrderTotal = order.OrderTotal.WithCurrencyOf(known),
            TotalChargeAmount = order.TotalChargeAmount.WithCurrencyOf(known),
            TotalRefundAmount = order.TotalRefundAmount.WithCurrencyOf(known),
            TotalChargebackAmount = order.TotalChargebackAmount.WithCurrencyOf(known),
            Payment = order.Payment with { AuthorizationAmount = order.Payment.AuthorizationAmount?.WithCurrencyOf(known) },
        };
    }

    private static OrderStatus WithAmounts(OrderStatus order, OrderSummary summary) => order with
    {
        OrderTotal = order.OrderTotal.WithCurrencyOf(summary.OrderTotal),
        TotalChargeAmount = GetGreater(order.TotalChargeAmount, summary.TotalChargeAmount),
        TotalRefundAmount = GetGreater(order.TotalRefundAmount, summary.TotalRefundAmount),
        TotalChargebackAmount = GetGreater(order.TotalChargebackAmount, summary.TotalChargebackAmount),
        ShoppingCart = order.ShoppingCart ?? summary.ShoppingCart,
    };

    private static OrderStatus WithOwnAmounts(OrderStatus order, Notification notification) => notification switch
    {
        NewOrderNotification placed => order with { ShoppingCart = order.ShoppingCart ?? placed.ShoppingCart },
        ChargeAmountNotification charge => order with { TotalChargeAmount = GetGreater(order.TotalChargeAmount, charge.TotalChargeAmount) },
        RefundAmountNotification refund => order with { TotalRefundAmount = GetGreater(order.TotalRefundAmount, refund.TotalRefundAmount) },
        ChargebackAmountNotification chargeback => order with { TotalChargebackAmount = GetGreater(order.TotalChargebackAmount, chargeback.TotalChargebackAmount) },
        _ => order,
    };

    private static Money GetGreater(Money known, Money reported)
    {
        var (left, right) = (known.WithCurrencyOf(reported), reported.WithCurrencyOf(known));
        return right > left ? right : left;
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
        if (age < 0)
        {
            return order;
        }

        var next = GetNext(order, financial.Previous, financial.New, age == 0);
        return order with
        {
            FinancialOrderState = next,
            PreviousFinancialOrderState = GetPrevious(order, age > 0, next, financial),
            FulfillmentOrderState = GetNext(order.FulfillmentOrderState, fulfillment.Previous, fulfillment.New, age == 0),
            StateChangedAt = time ?? order.StateChangedAt,
        };
    }

    // A notification about something else has no previous state. Of several at the same time, the one that has it counts.
    private static FinancialOrderState GetPrevious(OrderStatus order, bool isNewer, FinancialOrderState next, (FinancialOrderState Previous, FinancialOrderState New) reported) =>
        reported.Previous != reported.New && reported.New == next
        && (isNewer || next != order.FinancialOrderState || order.PreviousFinancialOrderState == FinancialOrderState.Unknown)
            ? reported.Previous
            : isNewer ? FinancialOrderState.Unknown : order.PreviousFinancialOrderState;

    private static int Compare(DateTimeOffset? reported, DateTimeOffset? known) =>
        reported is { } time && known is { } since ? time.CompareTo(since) : 1;

    private static FinancialOrderState GetNext(OrderStatus order, FinancialOrderState previous, FinancialOrderState reported, bool isSameTime)
    {
        var known = order.FinancialOrderState;
        return reported != FinancialOrderState.Unknown
            && CanFollow(known, reported)
            && (!isSameTime || (previous == known && !IsLate(reported, order)) || GetRank(reported) > GetRank(known))
                ? reported
                : known;
    }

    private static FulfillmentOrderState GetNext(FulfillmentOrderState known, FulfillmentOrderState previous, FulfillmentOrderState reported, bool isSameTime) =>
        reported != FulfillmentOrderState.Unknown
        && OrderTransitions.IsPossible(known, reported)
        && (!isSameTime || previous == known || reported > known)
            ? reported
            : known;

    // A notification about an intermediate state may arrive later. So only impossible transitions are ignored.
    private static bool CanFollow(FinancialOrderState known, FinancialOrderState reported) =>
        reported == FinancialOrderState.CancelledByGoogle
            ? known != FinancialOrderState.Cancelled
            : OrderTransitions.IsPossible(known, reported);

    // The outcome of a charge may be the state before it. If both have the same timestamp and the outcome arrives first, the order would stay
    // in charging.
    private static bool IsLate(FinancialOrderState reported, OrderStatus order) =>
        reported == FinancialOrderState.Charging && order.PreviousFinancialOrderState == FinancialOrderState.Charging;

    // If two states have the same timestamp, the more advanced one is later. Charging is transient, so it precedes its outcome.
    private static FinancialOrderState GetRank(FinancialOrderState state) =>
        state == FinancialOrderState.Charging ? FinancialOrderState.Reviewing : state;
}
