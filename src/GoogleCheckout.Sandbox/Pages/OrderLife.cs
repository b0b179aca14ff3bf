using GoogleCheckout.Notifications;

namespace GoogleCheckout.Sandbox.Pages;

/// <summary>The states and the money of an order over time.</summary>
/// <param name="Total">The total of the order.</param>
/// <param name="Steps">The order's events, the oldest first.</param>
/// <param name="Omitted">The number of older events that are not shown.</param>
internal sealed record OrderLife(Money Total, IReadOnlyList<LifeStep> Steps, int Omitted)
{
    /// <summary>The maximum number of events that are shown: many small charges cause any number.</summary>
    public const int MaxSteps = 40;

    /// <summary>Returns the life of an order from all of its notifications.</summary>
    /// <param name="notifications">The notifications, the oldest first; the first is the new-order notification.</param>
    /// <returns>The life; null if there is no new-order notification.</returns>
    public static OrderLife? From(IReadOnlyList<Notification> notifications)
    {
        if (notifications.Count == 0 || notifications[0] is not NewOrderNotification placed)
        {
            return null;
        }

        var none = placed.OrderTotal with { Amount = 0 };
        var steps = new List<LifeStep>
        {
            new() { Time = placed.Timestamp, Event = "Ordered", Financial = placed.FinancialOrderState, Fulfillment = placed.FulfillmentOrderState, Charged = none, Returned = none },
        };
        var (refunded, chargedBack) = (none, none);
        foreach (var notification in notifications.Skip(1))
        {
            refunded = (notification as RefundAmountNotification)?.TotalRefundAmount ?? refunded;
            chargedBack = (notification as ChargebackAmountNotification)?.TotalChargebackAmount ?? chargedBack;
            if (Describe(notification) is { } text)
            {
                steps.Add(Apply(steps[^1], notification) with { Time = notification.Timestamp, Event = text, Returned = refunded + chargedBack });
            }
        }

        var omitted = Math.Max(0, steps.Count - MaxSteps);
        return new OrderLife(placed.OrderTotal, [.. steps.Skip(omitted)], omitted);
    }

    private static LifeStep Apply(LifeStep before, Notification notification) => notification switch
    {
        OrderStateChangeNotification change => before with { Financial = change.NewFinancialOrderState, Fulfillment = change.NewFulfillmentOrderState },
        ChargeAmountNotification charge => before with { Charged = charge.TotalChargeAmount },
        _ => before,
    };

    // Null for a notification that changes neither a state nor the money.
    private static string? Describe(Notification notification) => notification switch
    {
        OrderStateChangeNotification change when change.NewFinancialOrderState != change.PreviousFinancialOrderState => LifeText.OfPayment(change.NewFinancialOrderState),
        OrderStateChangeNotification change => LifeText.OfDelivery(change.NewFulfillmentOrderState),
        ChargeAmountNotification charge => $"Charged {PageMoney.Format(charge.LatestChargeAmount)}",
        RefundAmountNotification refund => $"Refunded {PageMoney.Format(refund.LatestRefundAmount)}",
        ChargebackAmountNotification chargeback => $"Charged back {PageMoney.Format(chargeback.LatestChargebackAmount)}",
        _ => null,
    };
}
