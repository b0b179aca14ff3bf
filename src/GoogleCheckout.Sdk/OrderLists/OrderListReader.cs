using System.Runtime.CompilerServices;

namespace GoogleCheckout.Reports;

/// <summary>
/// Reads saved order lists in CSV: the response to an <see cref="OrderListRequest"/>, the download of the Merchant Center, and what a
/// spreadsheet made of them with commas between the fields.
/// </summary>
/// <remarks>
/// The first line has the headings. Columns are found by their headings, in any order; case, spaces, hyphens and underscores in a heading do not
/// matter, and other columns are ignored. Dates may be <c>Dec 11, 2009 3:38:08 AM</c>, ISO 8601 without a time zone, or in the American
/// form <c>12/11/2009 3:38</c>. One row at a time is in memory.
/// </remarks>
public static class OrderListReader
{
    /// <summary>Reads the rows of an order list. A row that cannot be read is returned with its error, and the next one is read.</summary>
    /// <param name="csv">The list in UTF-8. It is read to its end.</param>
    /// <returns>The rows; empty if the list has none. If the headings cannot be read, the only row has the error.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="csv"/> is null.</exception>
    public static IEnumerable<OrderListRow> Read(Stream csv)
    {
        return ReadRows(csv ?? throw new ArgumentNullException(nameof(csv)));
    }

    /// <summary>Reads the rows of an order list asynchronously. The stream is never read synchronously.</summary>
    /// <param name="csv">The list in UTF-8. It is read to its end.</param>
    /// <param name="cancellationToken">Cancels reading.</param>
    /// <returns>The rows; empty if the list has none. If the headings cannot be read, the only row has the error.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="csv"/> is null. It is thrown at the call.</exception>
    /// <exception cref="OperationCanceledException">Thrown while enumerating: the token was canceled.</exception>
    public static IAsyncEnumerable<OrderListRow> ReadAsync(Stream csv, CancellationToken cancellationToken = default)
    {
        var source = csv ?? throw new ArgumentNullException(nameof(csv));
        return ReadAsync((buffer, token) => source.ReadAsync(buffer, 0, buffer.Length, token), cancellationToken);
    }

    /// <summary>Reads the rows from bytes that are in several pieces.</summary>
    /// <param name="readAsync">Fills a buffer with the next bytes, and returns their number; 0 at the end.</param>
    /// <param name="cancellationToken">Cancels reading.</param>
    internal static async IAsyncEnumerable<OrderListRow> ReadAsync(
        Func<byte[], CancellationToken, Task<int>> readAsync, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var rows = new OrderListRows(new CsvReader(readAsync));
        while (await rows.ReadAsync(cancellationToken).ConfigureAwait(false) is { } row)
        {
            yield return row;
        }
    }

    // The bytes are read synchronously, so each task is complete.
    private static IEnumerable<OrderListRow> ReadRows(Stream csv)
    {
        var rows = new OrderListRows(new CsvReader((buffer, _) => Task.FromResult(csv.Read(buffer, 0, buffer.Length))));
        while (rows.ReadAsync(CancellationToken.None).GetAwaiter().GetResult() is { } row)
        {
            yield return row;
        }
    }
}
