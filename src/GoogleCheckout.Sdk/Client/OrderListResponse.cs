using System.Runtime.CompilerServices;
using GoogleCheckout.Http;
using GoogleCheckout.Reports;

namespace GoogleCheckout.Client;

/// <summary>Reads the order list from a response. The first row that cannot be read ends it.</summary>
internal static class OrderListResponse
{
    public static async IAsyncEnumerable<OrderListEntry> ReadAsync(CsvResponse response, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in OrderListReader.ReadAsync(response.ReadAsync, cancellationToken).ConfigureAwait(false))
        {
            yield return row.Entry ?? throw response.Unreadable(row.Error!, row.LineNumber);
        }
    }
}
