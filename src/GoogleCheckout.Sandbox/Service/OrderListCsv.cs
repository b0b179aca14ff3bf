using System.Globalization;
using System.Text;
using GoogleCheckout.Sandbox.Orders;

namespace GoogleCheckout.Sandbox.Service;

/// <summary>The CSV format of order-list responses.</summary>
internal static class OrderListCsv
{
    private const string Heading =
        "Google Order Number,Merchant Order Number,Order Creation Date,Currency of Transaction,Order Amount,Amount Charged,Financial Status,Fulfillment Status";

    private static readonly char[] CharactersToQuote = [',', '"', '\r', '\n'];

    /// <summary>Returns the header and a row for each order.</summary>
    /// <param name="orders">The orders, each with the time of its purchase that the row shows.</param>
    public static string Create(IEnumerable<(Order Order, DateTime Placed)> orders)
    {
        var csv = new StringBuilder(Heading).Append('\n');
        foreach (var (order, placed) in orders)
        {
            csv.AppendJoin(',', GetFields(order, placed).Select(Quote)).Append('\n');
        }

        return csv.ToString();
    }

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
}
