using System.Globalization;
using GoogleCheckout.Xml.Orders;

namespace GoogleCheckout.Reports;

/// <summary>Reads the rows of an order list. Columns are found by their headings, in any order; case, spaces, hyphens and underscores do not matter.</summary>
internal sealed class OrderListColumns
{
    private const string GoogleOrderNumber = "Google Order Number";
    private const string MerchantOrderNumber = "Merchant Order Number";
    private const string OrderCreationDate = "Order Creation Date";
    private const string CurrencyOfTransaction = "Currency of Transaction";
    private const string OrderAmount = "Order Amount";
    private const string AmountCharged = "Amount Charged";
    private const string FinancialStatus = "Financial Status";
    private const string FulfillmentStatus = "Fulfillment Status";

    // The service's own form first; then those of spreadsheets that saved the list again.
    private static readonly string[] DateFormats =
    [
        "MMM d, yyyy h:mm:ss tt", "MMM d, yyyy H:mm:ss", "MMM d, yyyy h:mm tt", "MMM d, yyyy", "MMMM d, yyyy h:mm:ss tt",
        "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss.fff", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm", "yyyy-MM-dd",
        "M/d/yyyy h:mm:ss tt", "M/d/yyyy H:mm:ss", "M/d/yyyy h:mm tt", "M/d/yyyy H:mm", "M/d/yyyy",
    ];

    private readonly Dictionary<string, int> _columns = new(StringComparer.OrdinalIgnoreCase);
    private readonly int _count;

    private OrderListColumns(IReadOnlyList<string> heading)
    {
        _count = heading.Count;

        // Of columns with the same heading, the first one counts.
        for (var i = heading.Count - 1; i >= 0; i--)
        {
            _columns[ToKey(heading[i])] = i;
        }
    }

    /// <summary>Finds the columns.</summary>
    /// <exception cref="FormatException">The column of the order numbers is missing.</exception>
    public static OrderListColumns Find(IReadOnlyList<string> heading)
    {
        var columns = new OrderListColumns(heading);
        return columns._columns.ContainsKey(ToKey(GoogleOrderNumber)) ? columns : throw new FormatException($"there is no column '{GoogleOrderNumber}'");
    }

    /// <summary>Reads a row.</summary>
    /// <exception cref="FormatException">A field cannot be read, or fields are missing.</exception>
    public OrderListEntry Read(IReadOnlyList<string> fields)
    {
        if (fields.Count < _count)
        {
            throw new FormatException($"a row has {fields.Count} fields for {_count} columns; the list may be cut off");
        }

        return new OrderListEntry
        {
            GoogleOrderNumber = GetOrderNumber(fields),
            MerchantOrderNumber = GetText(fields, MerchantOrderNumber),
            OrderCreationDate = GetDate(fields, OrderCreationDate),
            OrderAmount = GetAmount(fields, OrderAmount),
            AmountCharged = GetAmount(fields, AmountCharged),
            FinancialStatus = GetText(fields, FinancialStatus) is { } financial ? FinancialOrderStateXml.States.Parse(financial) : null,
            FulfillmentStatus = GetText(fields, FulfillmentStatus) is { } fulfillment ? FulfillmentOrderStateXml.States.Parse(fulfillment) : null,
        };
    }

    private static string ToKey(string heading) => string.Concat(heading.Where(char.IsLetterOrDigit));

    // The trimmed field; null if it is empty or the column is missing.
    private string? GetText(IReadOnlyList<string> fields, string column) =>
        _columns.TryGetValue(ToKey(column), out var index) && fields[index].Trim() is { Length: > 0 } text ? text : null;

    private string GetOrderNumber(IReadOnlyList<string> fields) =>
        GetText(fields, GoogleOrderNumber) is not { } number ? throw Unreadable(GoogleOrderNumber, "is empty")
        : Identifier.FindDefect(number) is { } defect ? throw Unreadable(GoogleOrderNumber, defect)
        : IsRounded(number) ? throw Unreadable(GoogleOrderNumber, "is not the whole number: a spreadsheet rounded it, for example to 3.45851E+14")
        : number;

    private static bool IsRounded(string number) => number.IndexOf("E+", StringComparison.OrdinalIgnoreCase) > 0 && double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out _);

    // The formats of newer systems have a narrow space before AM.
    private DateTime? GetDate(IReadOnlyList<string> fields, string column) =>
        GetText(fields, column) is not { } text ? null
        : DateTime.TryParseExact(text.Replace('\u202F', ' ').Replace('\u00A0', ' '), DateFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date
        : throw Unreadable(column, "is not a date, for example Dec 11, 2009 3:38:08 AM");

    private Money? GetAmount(IReadOnlyList<string> fields, string column) =>
        GetText(fields, column) is not { } text ? null
        : decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var amount)
            ? new Money(amount, GetText(fields, CurrencyOfTransaction) ?? string.Empty)
            : throw Unreadable(column, "is not an amount, for example 12.50");

    private static FormatException Unreadable(string column, string error) => new($"the column '{column}' {error}");
}
