using System.Globalization;
using GoogleCheckout.Notifications;
using GoogleCheckout.Orders;

namespace GoogleCheckout.Sandbox.Orders;

/// <summary>
/// Creates the notifications of one event by comparing the order before and after the event: one notification for each kind of
/// difference. All of them have the event's number and time, and the order summary after the event.
/// </summary>
internal static class NotificationFactory
{
    /// <summary>The last digit of a serial number identifies the kind of notification.</summary>
    private const int StateChange = 1, ChargeAmount = 2, RefundAmount = 3, ChargebackAmount = 4, RiskInformation = 5, AuthorizationAmount = 6, NewOrder = 7, CancelledSubscription = 9;

    /// <summary>Creates the outcome of the first event of an order.</summary>
    public static OrderOutcome.Applied CreateNewOrderOutcome(Order order, DateTimeOffset now)
    {
        var after = order with { EventNumber = 1 };
        return new OrderOutcome.Applied(after, [CreateNewOrder(after, now)]);
    }

    /// <summary>Creates the outcome of a later event. An event without notifications does not use an event number.</summary>
    public static OrderOutcome.Applied CreateOutcome(Order before, Order changed, DateTimeOffset now)
    {
        var after = changed with { EventNumber = before.EventNumber + 1 };
        Notification[] notifications = [.. CreateNotifications(before, after, now)];
        return notifications.Length > 0
            ? new OrderOutcome.Applied(after, notifications)
            : new OrderOutcome.Applied(changed, []);
    }

    private static IEnumerable<Notification> CreateNotifications(Order before, Order after, DateTimeOffset now)
    {
        if (before.FinancialOrderState != after.FinancialOrderState || before.FulfillmentOrderState != after.FulfillmentOrderState)
        {
            yield return CreateStateChange(before, after, now);
        }

        if (!ReferenceEquals(before.RiskInformation, after.RiskInformation))
        {
            yield return CreateRiskInformation(after, now);
        }

        // A new authorization may have the same values as the old one.
        if (!ReferenceEquals(before.Authorization, after.Authorization))
        {
            yield return CreateAuthorizationAmount(after, now);
        }

        if (before.TotalChargeAmount != after.TotalChargeAmount)
        {
            yield return CreateChargeAmount(before, after, now);
        }

        if (before.TotalRefundAmount != after.TotalRefundAmount)
        {
            yield return CreateRefundAmount(before, after, now);
        }

        if (before.TotalChargebackAmount != after.TotalChargebackAmount)
        {
            yield return CreateChargebackAmount(before, after, now);
        }

        if (before.Subscriptions.Count(subscription => subscription.EndReason is not null) != after.Subscriptions.Count(subscription => subscription.EndReason is not null))
        {
            yield return CreateCancelledSubscription(before, after, now);
        }
    }

    private static NewOrderNotification CreateNewOrder(Order order, DateTimeOffset now) => new()
    {
        SerialNumber = CreateSerialNumber(order, NewOrder),
        GoogleOrderNumber = order.GoogleOrderNumber,
        Timestamp = now,
        OrderSummary = order.Summary,
        ShoppingCart = order.ShoppingCart,
        OrderAdjustment = order.OrderAdjustment,
        OrderTotal = order.OrderTotal,
        FinancialOrderState = order.FinancialOrderState,
        FulfillmentOrderState = order.FulfillmentOrderState,
        BuyerShippingAddress = order.Buyer.ShippingAddress,
        BuyerBillingAddress = order.Buyer.BillingAddress,
        BuyerMarketingPreferences = new BuyerMarketingPreferences { EmailAllowed = order.Buyer.EmailAllowed },
        BuyerId = order.Buyer.BuyerId,
    };

    private static OrderStateChangeNotification CreateStateChange(Order before, Order after, DateTimeOffset now) => new()
    {
        SerialNumber = CreateSerialNumber(after, StateChange),
        GoogleOrderNumber = after.GoogleOrderNumber,
        Timestamp = now,
        OrderSummary = after.Summary,
        PreviousFinancialOrderState = before.FinancialOrderState,
        PreviousFulfillmentOrderState = before.FulfillmentOrderState,
        NewFinancialOrderState = after.FinancialOrderState,
        NewFulfillmentOrderState = after.FulfillmentOrderState,
        Reason = after.CancelledByGoogleReason,
    };

    private static RiskInformationNotification CreateRiskInformation(Order order, DateTimeOffset now) => new()
    {
        SerialNumber = CreateSerialNumber(order, RiskInformation),
        GoogleOrderNumber = order.GoogleOrderNumber,
        Timestamp = now,
        OrderSummary = order.Summary,
        RiskInformation = order.RiskInformation,
    };

    private static AuthorizationAmountNotification CreateAuthorizationAmount(Order order, DateTimeOffset now) => new()
    {
        SerialNumber = CreateSerialNumber(order, AuthorizationAmount),
        GoogleOrderNumber = order.GoogleOrderNumber,
        Timestamp = now,
        OrderSummary = order.Summary,
        AuthorizationAmount = order.Authorization?.AuthorizationAmount,
        AuthorizationExpirationDate = order.Authorization?.AuthorizationExpirationDate,
        AvsResponse = order.Buyer.Card.AvsResponse,
        CvnResponse = order.Buyer.Card.CvnResponse,
    };

    private static ChargeAmountNotification CreateChargeAmount(Order before, Order after, DateTimeOffset now) => new()
    {
        SerialNumber = CreateSerialNumber(after, ChargeAmount),
        GoogleOrderNumber = after.GoogleOrderNumber,
        Timestamp = now,
        OrderSummary = after.Summary,
        LatestChargeAmount = after.TotalChargeAmount - before.TotalChargeAmount,
        TotalChargeAmount = after.TotalChargeAmount,
        LatestChargeFee = after.Fees.LatestChargeFee,
    };

    private static RefundAmountNotification CreateRefundAmount(Order before, Order after, DateTimeOffset now) => new()
    {
        SerialNumber = CreateSerialNumber(after, RefundAmount),
        GoogleOrderNumber = after.GoogleOrderNumber,
        Timestamp = now,
        OrderSummary = after.Summary,
        LatestRefundAmount = after.TotalRefundAmount - before.TotalRefundAmount,
        TotalRefundAmount = after.TotalRefundAmount,
        LatestFeeRefundAmount = CreateFee(after, after.Fees.Refunded - before.Fees.Refunded),
    };

    private static ChargebackAmountNotification CreateChargebackAmount(Order before, Order after, DateTimeOffset now) => new()
    {
        SerialNumber = CreateSerialNumber(after, ChargebackAmount),
        GoogleOrderNumber = after.GoogleOrderNumber,
        Timestamp = now,
        OrderSummary = after.Summary,
        LatestChargebackAmount = after.TotalChargebackAmount - before.TotalChargebackAmount,
        TotalChargebackAmount = after.TotalChargebackAmount,
        LatestFeeRefundAmount = CreateFee(after, after.Fees.Refunded - before.Fees.Refunded),
        LatestChargebackFeeAmount = CreateFee(after, after.Fees.ChargebackFees - before.Fees.ChargebackFees),
    };

    private static CancelledSubscriptionNotification CreateCancelledSubscription(Order before, Order after, DateTimeOffset now)
    {
        var ended = after.Subscriptions.Where((subscription, index) => subscription.EndReason is not null && before.Subscriptions[index].EndReason is null).ToList();
        return new CancelledSubscriptionNotification
        {
            SerialNumber = CreateSerialNumber(after, CancelledSubscription),
            GoogleOrderNumber = after.GoogleOrderNumber,
            Timestamp = now,
            OrderSummary = after.Summary,
            ItemIds = [.. ended.Select(subscription => subscription.Item.MerchantItemId).OfType<string>().Select(id => new ItemId { MerchantItemId = id })],
            Reason = ended[0].EndReason,
        };
    }

    // If notifications contain fees, the charge before had one.
    private static Money? CreateFee(Order order, decimal amount) => order.Fees.LatestChargeFee is null ? null : new Money(amount, order.OrderTotal.Currency);

    private static string CreateSerialNumber(Order order, int kind) =>
        string.Create(CultureInfo.InvariantCulture, $"{order.GoogleOrderNumber}-{order.EventNumber:00000}-{kind}");
}
