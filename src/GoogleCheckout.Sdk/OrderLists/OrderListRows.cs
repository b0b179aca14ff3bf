namespace GoogleCheckout.Reports;

/// <summary>Reads the rows of an order list one after the other.</summary>
internal sealed class OrderListRows(CsvReader csv)
{
    private OrderListColumns? _columns;
    private bool _isAtEnd;

    /// <summary>Reads the next row. Returns null at the end.</summary>
    public async Task<OrderListRow?> ReadAsync(CancellationToken cancellationToken)
    {
        while (!_isAtEnd)
        {
            try
            {
                if (await csv.ReadAsync(cancellationToken).ConfigureAwait(false) is not { } fields)
                {
                    _isAtEnd = true;
                    _columns ??= OrderListColumns.Find([]);
                    return null;
                }

                if (_columns is not null)
                {
                    return Read(_columns, fields);
                }

                _columns = OrderListColumns.Find(fields);
            }
            catch (FormatException e)
            {
                _isAtEnd |= _columns is null;
                return new OrderListRow { Error = e.Message, LineNumber = csv.LineNumber };
            }
        }

        return null;
    }

    // A quote that is not closed ends at the next quote, which may be lines away.
    private OrderListRow Read(OrderListColumns columns, IReadOnlyList<string> fields)
    {
        try
        {
            return new OrderListRow { Entry = columns.Read(fields), LineNumber = csv.LineNumber };
        }
        catch (FormatException) when (csv.TryReadLinesAgain())
        {
            return new OrderListRow { Error = "a quote is not closed on its line", LineNumber = csv.LineNumber };
        }
    }
}
