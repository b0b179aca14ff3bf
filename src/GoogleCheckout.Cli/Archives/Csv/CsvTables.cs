using GoogleCheckout.Archives;
using GoogleCheckout.Carts;
using GoogleCheckout.Cli.Archives.Ledger;
using GoogleCheckout.Cli.Archives.Reading;

namespace GoogleCheckout.Cli.Archives.Csv;

/// <summary>The four tables of an archive. Items and faults are written while it is read, orders and transactions at its end.</summary>
internal sealed class CsvTables : IDisposable
{
    private readonly ArchiveLedger _ledger = new();
    private readonly BookTime _time;
    private readonly List<CsvTable> _tables = [];
    private readonly CsvTable _orders;
    private readonly CsvTable _transactions;
    private readonly CsvTable _items;
    private readonly CsvTable _faults;

    /// <param name="folder">The folder of the files; it exists.</param>
    /// <param name="time">Formats the times.</param>
    /// <param name="hasByteOrderMark">Whether the files begin with a byte order mark, by which some spreadsheets recognize UTF-8.</param>
    public CsvTables(string folder, BookTime time, bool hasByteOrderMark)
    {
        _time = time;
        try
        {
            _orders = Create(
                "orders.csv", "google_order_number", "merchant_order_number", "purchase_date", "last_notification_date", "buyer_id", "buyer_name", "buyer_email", "buyer_country",
                "financial_order_state", "fulfillment_order_state", "order_total", "charged", "refunded", "charged_back", "fees", "balance", "currency");
            _transactions = Create("transactions.csv", "timestamp", "google_order_number", "type", "amount", "currency", "balance", "serial_number");
            _items = Create("items.csv", "google_order_number", "merchant_item_id", "item_name", "item_description", "quantity", "unit_price", "currency");
            _faults = Create("faults.csv", "file", "line", "column", "offset", "reason");
        }
        catch
        {
            Dispose();
            throw;
        }

        CsvTable Create(string name, params string[] headings)
        {
            var table = new CsvTable(Path.Combine(folder, name), hasByteOrderMark, headings);
            _tables.Add(table);
            return table;
        }
    }

    public long Orders => _orders.Rows;

    public long Transactions => _transactions.Rows;

    public long Items => _items.Rows;

    public long Faults => _faults.Rows;

    /// <summary>The number of orders whose amounts do not add up.</summary>
    public int OrdersToCheck => _ledger.Orders.Count(order => order.Findings.Count > 0);

    public void Add(ArchiveEntry entry)
    {
        if (!entry.IsRead)
        {
            var place = entry.GetPlace();
            _faults.Text(place.File).Number(place.Line).Number(place.Column).Number(place.Offset).Text(place.Reason).EndRow();
        }
        else if (entry.IsDuplicate)
        {
            _ledger.AddDuplicate(entry.Notification, entry.GetPlace().ToString());
        }
        else if (_ledger.Add(entry.Notification, out var order) is { } cart)
        {
            foreach (var item in cart.Items)
            {
                AddItem(order, item);
            }
        }
    }

    /// <summary>Writes the orders and transactions, and moves all files to their places.</summary>
    public void Complete()
    {
        _ledger.Complete();
        foreach (var movement in _ledger.Movements)
        {
            AddTransaction(movement);
        }

        foreach (var order in _ledger.Orders)
        {
            AddOrder(order);
        }

        foreach (var table in _tables)
        {
            table.Commit();
        }
    }

    public void Dispose()
    {
        foreach (var table in _tables)
        {
            table.Dispose();
        }
    }

    private void AddItem(LedgerOrder order, Item item)
    {
        var currency = item.UnitPrice.Currency.Length > 0 ? item.UnitPrice.Currency : order.Currency;
        _items.Text(order.Number).Text(item.MerchantItemId).Text(item.ItemName).Text(item.ItemDescription)
            .Number(item.Quantity).Amount(item.UnitPrice.Amount, currency).Text(currency).EndRow();
    }

    private void AddTransaction(Movement movement) => _transactions
        .Text(_time.Format(movement.Timestamp))
        .Text(movement.Order.Number)
        .Text(movement.Type.ToString().ToLowerInvariant())
        .Amount(movement.SignedAmount, movement.Currency)
        .Text(movement.Currency)
        .Amount(movement.Balance, movement.Currency)
        .Text(movement.SerialNumber)
        .EndRow();

    private void AddOrder(LedgerOrder order) => _orders
        .Text(order.Number)
        .Text(order.MerchantOrderNumber)
        .Text(_time.Format(order.PurchaseDate))
        .Text(_time.Format(order.LastNotificationDate))
        .Number(order.Buyer.Id)
        .Text(order.Buyer.Name)
        .Text(order.Buyer.Email)
        .Text(order.Buyer.CountryCode)
        .Text(WireWord.OfState(order.FinancialOrderState))
        .Text(WireWord.OfState(order.FulfillmentOrderState))
        .Amount(order.OrderTotal?.Amount, order.Currency)
        .Amount(order.Sums.Charged, order.Currency)
        .Amount(order.Sums.Refunded, order.Currency)
        .Amount(order.Sums.ChargedBack, order.Currency)
        .Amount(order.Sums.Fees, order.Currency)
        .Amount(order.Sums.Balance, order.Currency)
        .Text(order.Currency)
        .EndRow();
}
