using System.Globalization;
using System.Runtime.CompilerServices;
using GoogleCheckout.Http;
using GoogleCheckout.Reports;
using GoogleCheckout.Xml.Orders;

namespace GoogleCheckout.Client;

/// <summary>The order list, from a table to its rows. Columns are found by their headings, in any order.</summary>
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

    public static async IAsyncEnumerable<OrderListEntry> ReadAsync(CsvResponse table, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var csv = new CsvReader(table.ReadAsync);
        var columns = Columns(table, await ReadRecordAsync(table, csv, cancellationToken).ConfigureAwait(false));
        while (await ReadRecordAsync(table, csv, cancellationToken).ConfigureAwait(false) is { } record)
        {
            if (record.Count < columns.Count)
            {
                throw table.Unreadable($"a row has {record.Count} fields for {columns.Count} columns; the table may be cut off", csv.LineNumber);
            }

            yield return Read(new Row(table, columns, record, csv.LineNumber));
        }
    }

    private static async Task<IReadOnlyList<string>?> ReadRecordAsync(CsvResponse table, CsvReader csv, CancellationToken cancellationToken)
    {
        try
        {
            return await csv.ReadAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (FormatException e)
        {
            throw table.Unreadable(e.Message, csv.LineNumber);
        }
    }

    private static Dictionary<string, int> Columns(CsvResponse table, IReadOnlyList<string>? heading)
    {
        var columns = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < heading?.Count; i++)
        {
            columns[heading[i].Trim()] = i;
        }

        return columns.ContainsKey(GoogleOrderNumber) ? columns : throw table.Unreadable($"there is no column '{GoogleOrderNumber}'", 1);
    }

    private static OrderListEntry Read(Row row) => new()
    {
        GoogleOrderNumber = row.Text(GoogleOrderNumber) ?? throw row.Unreadable(GoogleOrderNumber, "is empty"),
        MerchantOrderNumber = row.Text(MerchantOrderNumber),
        OrderCreationDate = row.Date(OrderCreationDate),
        OrderAmount = row.Amount(OrderAmount),
        AmountCharged = row.Amount(AmountCharged),
        FinancialStatus = row.Text(FinancialStatus) is { } financial ? FinancialOrderStateXml.States.Parse(financial) : null,
        FulfillmentStatus = row.Text(FulfillmentStatus) is { } fulfillment ? FulfillmentOrderStateXml.States.Parse(fulfillment) : null,
    };

    private sealed class Row(CsvResponse table, Dictionary<string, int> columns, IReadOnlyList<string> fields, int line)
    {
        /// <summary>The field, trimmed; null where it is empty or there is no such column.</summary>
        public string? Text(string column) =>
            columns.TryGetValue(column, out var index) && fields[index].Trim() is { Length: > 0 } text ? text : null;

        public DateTime? Date(string column) =>
            Text(column) is not { } text ? null
            : DateTime.TryParseExact(text, DateFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date
            : throw Unreadable(column, "is no date such as Dec 11, 2009 3:38:08 AM");

        public Money? Amount(string column) =>
            Text(column) is not { } text ? null
            : decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var amount)
                ? new Money(amount, Text(CurrencyOfTransaction) ?? string.Empty)
                : throw Unreadable(column, "is no amount such as 12.50");

        public CheckoutXmlException Unreadable(string column, string fault) => table.Unreadable($"the column '{column}' {fault}", line);
    }
}
