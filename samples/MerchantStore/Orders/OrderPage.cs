namespace MerchantStore.Orders;

/// <summary>A page of the list of orders, with the sums of all pages.</summary>
/// <param name="Rows">The orders, those with something to do first, and then newest first.</param>
/// <param name="Sums">The sums of each currency.</param>
internal sealed record OrderPage(IReadOnlyList<OrderRow> Rows, IReadOnlyList<OrderSum> Sums)
{
    public const int Size = 50;

    /// <summary>Whether the search found too much, so that the list does not have all of it.</summary>
    public bool IsCut { get; init; }

    /// <summary>The number of orders on all pages.</summary>
    public int Count => Sums.Sum(sum => sum.Orders);

    public int PageCount => (Count + Size - 1) / Size;
}
