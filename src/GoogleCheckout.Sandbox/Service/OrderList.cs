using System.Globalization;
using System.Text;
using GoogleCheckout.Reports;
using GoogleCheckout.Sandbox.Orders;

namespace GoogleCheckout.Sandbox.Service;

/// <summary>Responds to order-list requests in CSV format: a header, and a row for each order of the time span. Not thread-safe.</summary>
internal sealed class OrderList(OrderStore store)
{
    private const string Heading =
        "Google Order Number,Merchant Order Number,Order Creation Date,Currency of Transaction,Order Amount,Amount Charged,Financial Status,Fulfillment Status";

    private static readonly TimeSpan MaxTimeSpan = TimeSpan.FromDays(31);
    private static readonly char[] CharactersToQuote = [',', '"', '\r', '\n'];

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
        var csv = new StringBuilder(Heading).Append('\n');
        foreach (var (order, placed) in store.Orders.Select(order => (Order: order, Placed: GetPurchaseTime(order, zone))).OrderBy(row => row.Placed))
        {
            if (placed >= start && placed <= end && Matches(order, request))
            {
                csv.AppendJoin(',', GetFields(order, placed).Select(Quote)).Append('\n');
            }
        }

        return csv.ToString();
    }

    private static DateTime ToLocal(DateTime time, TimeZoneInfo zone) => time.Kind == DateTimeKind.Utc ? TimeZoneInfo.ConvertTimeFromUtc(time, zone) : time;

    private static bool Matches(Order order, OrderListRequest request) =>
        (request.FinancialState is null || request.FinancialState == order.FinancialOrderState)
        && (request.FulfillmentState is null || request.FulfillmentState == order.FulfillmentOrderState);

    // The service's order number replaces a missing merchant order number.
    private static IEnumerable<string> GetFields(Order order, DateTime placed) =>
    [
        order.GoogleOrderNumber,
        order.MerchantOrderNumber ?? order.GoogleOrderNumber,
        placed.ToString("MMM d, yyyy h:mm:ss tt", CultureInfo.InvariantCulture),
        order.OrderTotal.Currency,
        FormatAmount(order.OrderTotal),
        FormatAmount(order.TotalChargeAmount),
        FormatState(order.FinancialOrderState.ToString()),
        FormatState(order.FulfillmentOrderState.ToString()),
    ];

    private static string FormatAmount(Money money) => money.Amount.ToString("0.00##", CultureInfo.InvariantCulture);

    // For example `CANCELLED_BY_GOOGLE` for `CancelledByGoogle`.
    private static string FormatState(string state) =>
        string.Concat(state.Select((letter, index) => index > 0 && char.IsAsciiLetterUpper(letter) ? $"_{letter}" : char.ToUpperInvariant(letter).ToString()));

    private static string Quote(string field) => field.IndexOfAny(CharactersToQuote) < 0 ? field : $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

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
