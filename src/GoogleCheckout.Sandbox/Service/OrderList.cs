using System.Globalization;
using System.Text;
using GoogleCheckout.Orders;
using GoogleCheckout.Reports;
using GoogleCheckout.Sandbox.Orders;

namespace GoogleCheckout.Sandbox.Service;

/// <summary>Answers order-list requests with a table: a heading, and a row for each order placed in the time. One caller at a time.</summary>
internal sealed class OrderList(OrderStore store)
{
    private const string Heading =
        "Google Order Number,Merchant Order Number,Order Creation Date,Currency of Transaction,Order Amount,Amount Charged,Financial Status,Fulfillment Status";

    private static readonly TimeSpan MaxTimeSpan = TimeSpan.FromDays(31);
    private static readonly char[] CharactersToQuote = [',', '"', '\r', '\n'];

    /// <summary>Why there is no table for the request; null where there is.</summary>
    public static string? GetError(OrderListRequest request) =>
        request.EndDate < request.StartDate ? "The end-date is before the start-date."
        : request.EndDate - request.StartDate > MaxTimeSpan ? $"The end-date may be at most {MaxTimeSpan.Days} days after the start-date."
        : FindTimeZone(request) is null ? $"There is no time zone {request.DateTimeZone}; the names are those of the tz database, such as America/New_York."
        : request.FinancialState == FinancialOrderState.Unknown ? "The financial-state is none that orders have."
        : request.FulfillmentState == FulfillmentOrderState.Unknown ? "The fulfillment-state is none that orders have."
        : null;

    /// <summary>The table for a request that <see cref="GetError"/> passed, in the order of the purchases.</summary>
    public string CreateCsv(OrderListRequest request)
    {
        var zone = FindTimeZone(request)!;
        var table = new StringBuilder(Heading).Append('\n');
        foreach (var (order, placed) in store.Orders.Select(order => (Order: order, Placed: GetPurchaseTime(order, zone))).OrderBy(row => row.Placed))
        {
            if (placed >= request.StartDate && placed <= request.EndDate && Matches(order, request))
            {
                table.AppendJoin(',', GetFields(order, placed).Select(Quote)).Append('\n');
            }
        }

        return table.ToString();
    }

    private static bool Matches(Order order, OrderListRequest request) =>
        (request.FinancialState is null || request.FinancialState == order.FinancialOrderState)
        && (request.FulfillmentState is null || request.FulfillmentState == order.FulfillmentOrderState);

    // Where the merchant gave no number, the service's own stands in its place.
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

    // CancelledByGoogle is CANCELLED_BY_GOOGLE.
    private static string FormatState(string state) =>
        string.Concat(state.Select((letter, index) => index > 0 && char.IsAsciiLetterUpper(letter) ? $"_{letter}" : char.ToUpperInvariant(letter).ToString()));

    private static string Quote(string field) => field.IndexOfAny(CharactersToQuote) < 0 ? field : $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    // To the second, as the table shows it and as a report's time ends.
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
