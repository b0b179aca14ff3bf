using System.Globalization;
using GoogleCheckout.Cli.Commands;
using GoogleCheckout.Notifications;
using GoogleCheckout.Orders;
using GoogleCheckout.Reports;

namespace GoogleCheckout.Cli.Orders;

/// <summary>Creates the reports of orders, notifications and commands. They have no data of the buyer.</summary>
internal static class OrderReport
{
    public static Report Of(OrderSummary order) => new(
        ("googleOrderNumber", order.GoogleOrderNumber),
        ("merchantOrderNumber", order.MerchantOrderNumber),
        ("purchaseDate", order.PurchaseDate),
        ("financialOrderState", order.FinancialOrderState),
        ("fulfillmentOrderState", order.FulfillmentOrderState),
        ("orderTotal", order.OrderTotal),
        ("totalChargeAmount", order.TotalChargeAmount),
        ("totalRefundAmount", order.TotalRefundAmount),
        ("totalChargebackAmount", order.TotalChargebackAmount),
        ("archived", order.Archived));

    public static Report Of(OrderListEntry order) => new(
        ("googleOrderNumber", order.GoogleOrderNumber),
        ("merchantOrderNumber", order.MerchantOrderNumber),
        ("orderCreationDate", order.OrderCreationDate),
        ("financialStatus", order.FinancialStatus),
        ("fulfillmentStatus", order.FulfillmentStatus),
        ("orderAmount", order.OrderAmount),
        ("amountCharged", order.AmountCharged));

    public static string RowOf(OrderListEntry order) => Report.ToRow(
        order.GoogleOrderNumber, order.OrderCreationDate, order.FinancialStatus, order.FulfillmentStatus, order.OrderAmount, order.AmountCharged, order.MerchantOrderNumber);

    public static Report Of(Notification notification) => new(
        ("timestamp", notification.Timestamp),
        ("notification", GetKind(notification)),
        ("googleOrderNumber", notification.GoogleOrderNumber),
        ("serialNumber", notification.SerialNumber),
        ("amount", GetAmount(notification)));

    public static string RowOf(Notification notification) =>
        Report.ToRow(notification.Timestamp, GetKind(notification), notification.GoogleOrderNumber, notification.SerialNumber, GetAmount(notification));

    /// <summary>Returns how many notifications were read.</summary>
    /// <param name="count">The number.</param>
    /// <param name="fraction">The part of the work that is done, 0 to 1; null if it is not known.</param>
    public static WorkState CountOf(long count, double? fraction = null) => new(string.Create(CultureInfo.InvariantCulture, $"{count:N0} notifications"), fraction);

    public static Report Of(string command, string googleOrderNumber, RequestReceivedResponse response) => new(
        ("command", command),
        ("googleOrderNumber", googleOrderNumber),
        ("serialNumber", response.SerialNumber),
        ("newGoogleOrderNumber", response.NewGoogleOrderNumber),
        ("latestChargeAmount", response.ChargeAmountNotification?.LatestChargeAmount),
        ("totalChargeAmount", response.ChargeAmountNotification?.TotalChargeAmount),
        ("latestRefundAmount", response.RefundAmountNotification?.LatestRefundAmount),
        ("totalRefundAmount", response.RefundAmountNotification?.TotalRefundAmount));

    private static string GetKind(Notification notification) => notification is UnknownNotification unknown
        ? unknown.RootName
        : System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(notification.GetType().Name.Replace("Notification", string.Empty, StringComparison.Ordinal));

    private static Money? GetAmount(Notification notification) => notification switch
    {
        NewOrderNotification order => order.OrderTotal,
        ChargeAmountNotification charge => charge.LatestChargeAmount,
        RefundAmountNotification refund => refund.LatestRefundAmount,
        ChargebackAmountNotification chargeback => chargeback.LatestChargebackAmount,
        AuthorizationAmountNotification authorization => authorization.AuthorizationAmount,
        _ => null,
    };
}
