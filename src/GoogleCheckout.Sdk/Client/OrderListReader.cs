using System.Globalization;
using System.Runtime.CompilerServices;
using GoogleCheckout.Http;
using GoogleCheckout.Reports;
using GoogleCheckout.Xml.Orders;

namespace GoogleCheckout.Client;

/// <summary>Reads the rows of the order list from CSV. Columns are found by their headings, in any order.</summary>
internal static class OrderListReader
{
    private const string GoogleOrderNumber = "Google Order Number";
    private const string MerchantOrderNumber = "Merchant Order Number";
    private const string OrderCreationDate = "Order Creation Date";
    private const string CurrencyOfTransaction = "Currency of Transaction";
    private const string OrderAmount = "Order Amount";
    private const string AmountCharged = "Amount Charged";
    private const string FinancialStatus = "Financial Status";
    private const string FulfillmentStatus = "Fulfillment Status";

    private static readonly string[] DateFormats =
        ["MMM d, yyyy h:mm:ss tt", "MMM d, yyyy H:mm:ss", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd"];

    public static async IAsyncEnumerable<OrderListEntry> ReadAsync(CsvResponse response, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var reader = new CsvReader(response.ReadAsync);
        var heading = await ReadRecordAsync(response, reader, cancellationToken).ConfigureAwait(false) ?? [];
        var columns = ReadColumns(response, heading);
        while (await ReadRecordAsync(response, reader, cancellationToken).ConfigureAwait(false) is { } record)
        {
            if (record.Count < heading.Count)
            {
                throw response.Unreadable($"a row has {record.Count} fields for {heading.Count} columns; the list may be cut off", reader.LineNumber);
            }

            yield return Read(new Row(response, columns, record, reader.LineNumber));
        }
    }

    private static async Task<IReadOnlyList<string>?> ReadRecordAsync(CsvResponse response, CsvReader reader, CancellationToken cancellationToken)
    {
        try
        {
            return await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (FormatException e)
        {
            throw response.Unreadable(e.Message, reader.LineNumber);
        }
    }

    // Of columns with the same heading, the first one counts.
    private static Dictionary<string, int> ReadColumns(CsvResponse response, IReadOnlyList<string> heading)
    {
        var columns = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var i = heading.Count - 1; i >= 0; i--)
        {
            columns[heading[i].Trim()] = i;
        }

        return columns.ContainsKey(GoogleOrderNumber) ? columns : throw response.Unreadable($"there is no column '{GoogleOrderNumber}'", 1);
    }

    private static OrderListEntry Read(Row row) => new()
    {
        GoogleOrderNumber = row.GetOrderNumber(),
        MerchantOrderNumber = row.GetText(MerchantOrderNumber),
        OrderCreationDate = row.GetDate(OrderCreationDate),
        OrderAmount = row.GetAmount(OrderAmount),
        AmountCharged = row.GetAmount(AmountCharged),
        FinancialStatus = row.GetText(FinancialStatus) is { } financial ? FinancialOrderStateXml.States.Parse(financial) : null,
        FulfillmentStatus = row.GetText(FulfillmentStatus) is { } fulfillment ? FulfillmentOrderStateXml.States.Parse(fulfillment) : null,
    };

    private sealed class Row(CsvResponse response, Dictionary<string, int> columns, IReadOnlyList<string> fields, int line)
    {
        /// <summary>Returns the trimmed field; null if it is empty or the column is missing.</summary>
        public string? GetText(string column) =>
            columns.TryGetValue(column, out var index) && fields[index].Trim() is { Length: > 0 } text ? text : null;

        public string GetOrderNumber() =>
            GetText(GoogleOrderNumber) is not { } number ? throw Unreadable(GoogleOrderNumber, "is empty")
            : Identifier.FindDefect(number) is { } defect ? throw Unreadable(GoogleOrderNumber, defect)
            : number;

        public DateTime? GetDate(string column) =>
            GetText(column) is not { } text ? null
            : DateTime.TryParseExact(text, DateFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date
            : throw Unreadable(column, "is not a date, for example Dec 11, 2009 3:38:08 AM");

        public Money? GetAmount(string column) =>
            GetText(column) is not { } text ? null
            : decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var amount)
                ? new Money(amount, GetText(CurrencyOfTransaction) ?? string.Empty)
                : throw Unreadable(column, "is not an amount, for example 12.50");

        public CheckoutXmlException Unreadable(string column, string error) => response.Unreadable($"the column '{column}' {error}", line);
    }
}
