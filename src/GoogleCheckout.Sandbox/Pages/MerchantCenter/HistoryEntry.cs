using System.Text.Json;
using GoogleCheckout.Notifications;

namespace GoogleCheckout.Sandbox.Pages.MerchantCenter;

/// <summary>A notification in the history of an order.</summary>
/// <param name="Time">The time of the event.</param>
/// <param name="Text">The event in words.</param>
/// <param name="SerialNumber">The serial number of the notification.</param>
internal sealed record HistoryEntry(DateTimeOffset? Time, string Text, string SerialNumber)
{
    public static HistoryEntry Of(Notification notification) => new(notification.Timestamp, Describe(notification), notification.SerialNumber);

    private static string Describe(Notification notification) => notification switch
    {
        NewOrderNotification order => $"New order of {PageMoney.Format(order.OrderTotal)}",
        RiskInformationNotification => "Credit verification completed",
        AuthorizationAmountNotification { AuthorizationAmount: { } amount } authorization => $"{PageMoney.Format(amount)} authorized until {PageTime.Format(authorization.AuthorizationExpirationDate)}",
        ChargeAmountNotification charge => $"Charged {PageMoney.Format(charge.LatestChargeAmount)}, in all {PageMoney.Format(charge.TotalChargeAmount)}",
        RefundAmountNotification refund => $"Refunded {PageMoney.Format(refund.LatestRefundAmount)}, in all {PageMoney.Format(refund.TotalRefundAmount)}",
        ChargebackAmountNotification chargeback => $"Charged back {PageMoney.Format(chargeback.LatestChargebackAmount)}, in all {PageMoney.Format(chargeback.TotalChargebackAmount)}",
        OrderStateChangeNotification change => string.Join("; ", DescribeStates(change)),
        CancelledSubscriptionNotification subscription => $"Subscription canceled: {subscription.Reason}",
        _ => notification.GetType().Name,
    };

    private static IEnumerable<string> DescribeStates(OrderStateChangeNotification change)
    {
        if (change.NewFinancialOrderState != change.PreviousFinancialOrderState)
        {
            yield return $"Payment {NameOf(change.PreviousFinancialOrderState)} → {NameOf(change.NewFinancialOrderState)}";
        }

        if (change.NewFulfillmentOrderState != change.PreviousFulfillmentOrderState)
        {
            yield return $"Delivery {NameOf(change.PreviousFulfillmentOrderState)} → {NameOf(change.NewFulfillmentOrderState)}";
        }

        if (change.Reason is not null)
        {
            yield return change.Reason;
        }
    }

    // As in the notification, for example CANCELLED_BY_GOOGLE.
    private static string NameOf(Enum state) => JsonNamingPolicy.SnakeCaseUpper.ConvertName(state.ToString());
}
