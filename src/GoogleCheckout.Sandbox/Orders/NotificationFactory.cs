using System.Globalization;
using GoogleCheckout.Notifications;
using GoogleCheckout.Orders;

namespace GoogleCheckout.Sandbox.Orders;

/// <summary>
/// What a merchant is told of one event. It follows from the order before and after: what differs is told, each kind of
/// difference in a notification of its own, all with the event's number and time and the order as the event left it.
/// </summary>
internal static class NotificationFactory
{
    /// <summary>The last digit of a serial number tells the kind.</summary>
    private const int StateChange = 1, ChargeAmount = 2, RefundAmount = 3, ChargebackAmount = 4, RiskInformation = 5, AuthorizationAmount = 6, NewOrder = 7, CancelledSubscription = 9;

    /// <summary>The first event of an order.</summary>
    public static OrderOutcome.Happened Placed(Order order, DateTimeOffset now)
    {
        var after = order with { EventNumber = 1 };
        return new OrderOutcome.Happened(after, [OfNewOrder(after, now)]);
    }

    /// <summary>Any later event; where nothing differs that a merchant is told of, it takes no number.</summary>
    public static OrderOutcome.Happened Changed(Order before, Order changed, DateTimeOffset now)
    {
        var after = changed with { EventNumber = before.EventNumber + 1 };
        Notification[] notifications = [.. Differences(before, after, now)];
        return notifications.Length > 0
            ? new OrderOutcome.Happened(after, notifications)
            : new OrderOutcome.Happened(changed, []);
    }

    private static IEnumerable<Notification> Differences(Order before, Order after, DateTimeOffset now)
    {
        if (before.FinancialOrderState != after.FinancialOrderState || before.FulfillmentOrderState != after.FulfillmentOrderState)
        {
            yield return OfStateChange(before, after, now);
        }

        if (!ReferenceEquals(before.RiskInformation, after.RiskInformation))
        {
            yield return OfRiskInformation(after, now);
        }

        // A new authorization may look like the old one.
        if (!ReferenceEquals(before.Authorization, after.Authorization))
        {
            yield return OfAuthorizationAmount(after, now);
        }

        if (before.TotalChargeAmount != after.TotalChargeAmount)
        {
            yield return OfChargeAmount(before, after, now);
        }

        if (before.TotalRefundAmount != after.TotalRefundAmount)
        {
            yield return OfRefundAmount(before, after, now);
        }

        if (before.TotalChargebackAmount != after.TotalChargebackAmount)
        {
            yield return OfChargebackAmount(before, after, now);
        }

        if (before.Subscriptions.Count(subscription => subscription.EndedBecause is not null) != after.Subscriptions.Count(subscription => subscription.EndedBecause is not null))
        {
            yield return OfCancelledSubscription(before, after, now);
        }
    }

    private static NewOrderNotification OfNewOrder(Order order, DateTimeOffset now) => new()
    {
        SerialNumber = SerialNumber(order, NewOrder),
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

    private static OrderStateChangeNotification OfStateChange(Order before, Order after, DateTimeOffset now) => new()
    {
        SerialNumber = SerialNumber(after, StateChange),
        GoogleOrderNumber = after.GoogleOrderNumber,
        Timestamp = now,
        OrderSummary = after.Summary,
        PreviousFinancialOrderState = before.FinancialOrderState,
        PreviousFulfillmentOrderState = before.FulfillmentOrderState,
        NewFinancialOrderState = after.FinancialOrderState,
        NewFulfillmentOrderState = after.FulfillmentOrderState,
        Reason = after.CancelledByGoogleBecause,
    };

    private static RiskInformationNotification OfRiskInformation(Order order, DateTimeOffset now) => new()
    {
        SerialNumber = SerialNumber(order, RiskInformation),
        GoogleOrderNumber = order.GoogleOrderNumber,
        Timestamp = now,
        OrderSummary = order.Summary,
        RiskInformation = order.RiskInformation,
    };

    private static AuthorizationAmountNotification OfAuthorizationAmount(Order order, DateTimeOffset now) => new()
    {
        SerialNumber = SerialNumber(order, AuthorizationAmount),
        GoogleOrderNumber = order.GoogleOrderNumber,
        Timestamp = now,
        OrderSummary = order.Summary,
        AuthorizationAmount = order.Authorization?.AuthorizationAmount,
        AuthorizationExpirationDate = order.Authorization?.AuthorizationExpirationDate,
        AvsResponse = order.Buyer.Card.AvsResponse,
        CvnResponse = order.Buyer.Card.CvnResponse,
    };

    private static ChargeAmountNotification OfChargeAmount(Order before, Order after, DateTimeOffset now) => new()
    {
        SerialNumber = SerialNumber(after, ChargeAmount),
        GoogleOrderNumber = after.GoogleOrderNumber,
        Timestamp = now,
        OrderSummary = after.Summary,
        LatestChargeAmount = after.TotalChargeAmount - before.TotalChargeAmount,
        TotalChargeAmount = after.TotalChargeAmount,
        LatestChargeFee = after.Fees.Latest,
    };

    private static RefundAmountNotification OfRefundAmount(Order before, Order after, DateTimeOffset now) => new()
    {
        SerialNumber = SerialNumber(after, RefundAmount),
        GoogleOrderNumber = after.GoogleOrderNumber,
        Timestamp = now,
        OrderSummary = after.Summary,
        LatestRefundAmount = after.TotalRefundAmount - before.TotalRefundAmount,
        TotalRefundAmount = after.TotalRefundAmount,
        LatestFeeRefundAmount = Fee(after, after.Fees.Refunded - before.Fees.Refunded),
    };

    private static ChargebackAmountNotification OfChargebackAmount(Order before, Order after, DateTimeOffset now) => new()
    {
        SerialNumber = SerialNumber(after, ChargebackAmount),
        GoogleOrderNumber = after.GoogleOrderNumber,
        Timestamp = now,
        OrderSummary = after.Summary,
        LatestChargebackAmount = after.TotalChargebackAmount - before.TotalChargebackAmount,
        TotalChargebackAmount = after.TotalChargebackAmount,
        LatestFeeRefundAmount = Fee(after, after.Fees.Refunded - before.Fees.Refunded),
        LatestChargebackFeeAmount = Fee(after, after.Fees.TakenForChargebacks - before.Fees.TakenForChargebacks),
    };

    private static CancelledSubscriptionNotification OfCancelledSubscription(Order before, Order after, DateTimeOffset now)
    {
        var ended = after.Subscriptions.Where((subscription, index) => subscription.EndedBecause is not null && before.Subscriptions[index].EndedBecause is null).ToList();
        return new CancelledSubscriptionNotification
        {
            SerialNumber = SerialNumber(after, CancelledSubscription),
            GoogleOrderNumber = after.GoogleOrderNumber,
            Timestamp = now,
            OrderSummary = after.Summary,
            ItemIds = [.. ended.Select(subscription => subscription.Item.MerchantItemId).OfType<string>().Select(id => new ItemId { MerchantItemId = id })],
            Reason = ended[0].EndedBecause,
        };
    }

    // Where fees are told of, the charge before told of one.
    private static Money? Fee(Order order, decimal amount) => order.Fees.Latest is null ? null : new Money(amount, order.OrderTotal.Currency);

    private static string SerialNumber(Order order, int kind) =>
        string.Create(CultureInfo.InvariantCulture, $"{order.GoogleOrderNumber}-{order.EventNumber:00000}-{kind}");
}
