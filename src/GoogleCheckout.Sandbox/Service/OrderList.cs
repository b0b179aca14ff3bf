using GoogleCheckout.Reports;
using GoogleCheckout.Sandbox.Orders;

namespace GoogleCheckout.Sandbox.Service;

/// <summary>Responds to order-list requests in CSV format: a header, and a row for each order of the time span. Not thread-safe.</summary>
internal sealed class OrderList(OrderStore store)
{
    private static readonly TimeSpan MaxTimeSpan = TimeSpan.FromDays(31);

    /// <summary>Returns the reason why the request is rejected; null if it is accepted.</summary>
    public static string? GetError(OrderListRequest request) =>
        request.EndDate < request.StartDate ? "The end-date is before the start-date."
        : request.EndDate - request.StartDate > MaxTimeSpan ? $"The end-date may be at most {MaxTimeSpan.Days} days after the start-date."
        : FindTimeZone(request) is null ? $"The time zone {request.DateTimeZone} is unknown. Use a name such as America/New_York."
        : null;

    /// <summary>Returns the rows in the order of the purchases, for a request that <see cref="GetError"/> accepts.</summary>
    public string CreateCsv(OrderListRequest request)
    {
        var zone = FindTimeZone(request)!;
        var (start, end) = (ToLocal(request.StartDate, zone), ToLocal(request.EndDate, zone));
        return OrderListCsv.Create(store.Orders.Select(order => (Order: order, Placed: GetPurchaseTime(order, zone)))
            .Where(row => row.Placed >= start && row.Placed <= end && Matches(row.Order, request)).OrderBy(row => row.Placed));
    }

    private static DateTime ToLocal(DateTime time, TimeZoneInfo zone) => time.Kind == DateTimeKind.Utc ? TimeZoneInfo.ConvertTimeFromUtc(time, zone) : time;

    private static bool Matches(Order order, OrderListRequest request) =>
        (request.FinancialState is null || request.FinancialState == order.FinancialOrderState)
        && (request.FulfillmentState is null || request.FulfillmentState == order.FulfillmentOrderState);

    // Truncated to seconds, like the dates in the CSV and in the request.
    private static DateTime GetPurchaseTime(Order order, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(order.PurchaseDate, zone).DateTime;
        return local.AddTicks(-(local.Ticks % TimeSpan.TicksPerSecond));
    }

    private static TimeZoneInfo? FindTimeZone(OrderListRequest request) =>
        request.DateTimeZone is not { Length: > 0 } name ? TimeZoneInfo.Utc
        : TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone
        : null;
}
