using GoogleCheckout.Carts;
using GoogleCheckout.Notifications;
using GoogleCheckout.Orders;
using GoogleCheckout.Reports;

namespace GoogleCheckout.Client;

/// <summary>
/// Finds what shows that a response is the one to another request: another order, another serial number, an address that is not for
/// a browser. Such a response says nothing about the request. The errors quote nothing of it.
/// </summary>
internal static class ResponseMismatch
{
    /// <returns>The error; null if the receipt fits the command.</returns>
    public static string? Find(OrderCommand command, RequestReceivedResponse receipt)
    {
        // The receipt of a recurrence is about the order that it created.
        HashSet<string> expected = [command.GoogleOrderNumber.Trim()];
        if (command is CreateOrderRecurrenceRequest && receipt.NewGoogleOrderNumber is { } created)
        {
            expected.Add(created);
        }

        Notification?[] results = [receipt.ChargeAmountNotification, receipt.RefundAmountNotification, receipt.OrderStateChangeNotification];
        return results.Any(result => result is not null && !IsAbout(result, expected)) ? "it is the receipt of a command about another order" : null;
    }

    /// <returns>The error; null if the notifications are among those that the request asks for.</returns>
    public static string? Find(NotificationHistoryRequest request, IReadOnlyList<Notification> notifications)
    {
        if (request.SerialNumber is { } serialNumber)
        {
            return notifications.Any(notification => notification.SerialNumber != serialNumber.Trim()) ? "it contains a notification with another serial number" : null;
        }

        if (request.NextPageToken is not null || request.OrderNumbers.Count == 0)
        {
            return null;
        }

        var expected = ToSet(request.OrderNumbers);
        return notifications.Any(notification => !IsAbout(notification, expected)) ? "it contains a notification about an order that was not asked for" : null;
    }

    /// <returns>The error; null if each summary is about another one of the requested orders.</returns>
    public static string? Find(OrderSummaryRequest request, IReadOnlyList<OrderSummary> summaries)
    {
        var expected = ToSet(request.OrderNumbers);
        HashSet<string> seen = [];
        foreach (var summary in summaries)
        {
            if (!expected.Contains(summary.GoogleOrderNumber))
            {
                return "it contains the summary of an order that was not asked for";
            }

            if (!seen.Add(summary.GoogleOrderNumber))
            {
                return "it contains two summaries of one order";
            }
        }

        return null;
    }

    /// <returns>The error; null if a browser can be redirected to the URL.</returns>
    public static string? Find(CheckoutRedirect redirect) =>
        BrowserUrl.IsValid(redirect.RedirectUrl) ? null : "its redirect URL is not an absolute http or https URL";

    private static HashSet<string> ToSet(IEnumerable<string> orderNumbers) => [.. orderNumbers.Select(number => number.Trim())];

    // A notification of an unknown kind may have no order.
    private static bool IsAbout(Notification notification, HashSet<string> orderNumbers) =>
        (orderNumbers.Contains(notification.GoogleOrderNumber) || (notification is UnknownNotification && notification.GoogleOrderNumber.Length == 0))
        && (notification.OrderSummary is null || notification.OrderSummary.GoogleOrderNumber == notification.GoogleOrderNumber);
}
