using GoogleCheckout.Sandbox.Orders;

namespace GoogleCheckout.Sandbox.Pages.MerchantCenter;

/// <summary>The orders on one page of the inbox.</summary>
internal sealed record InboxModel
{
    /// <summary>The maximum number of orders on a page, as in the service.</summary>
    public const int PageSize = 50;

    /// <summary>The query, with the number of a page that exists.</summary>
    public required InboxQuery Query { get; init; }

    /// <summary>The orders of the page, newest first.</summary>
    public required IReadOnlyList<Order> Orders { get; init; }

    /// <summary>The number of orders that match the text, by filter.</summary>
    public required IReadOnlyDictionary<InboxFilter, int> Counts { get; init; }

    /// <summary>Whether the merchant has any order.</summary>
    public required bool HasOrders { get; init; }

    /// <summary>The number of orders on all pages.</summary>
    public int Count => Counts[Query.Filter];

    /// <summary>The position of the first order of the page among <see cref="Count"/>; the first is 1.</summary>
    public int First => ((Query.Page - 1) * PageSize) + 1;

    /// <summary>Returns the type only: orders have the buyer's data.</summary>
    public override string ToString() => nameof(InboxModel);

    /// <summary>Finds the orders of a page.</summary>
    /// <param name="orders">All orders, oldest first.</param>
    /// <param name="query">The query.</param>
    public static InboxModel Create(IReadOnlyList<Order> orders, InboxQuery query)
    {
        var filters = Enum.GetValues<InboxFilter>();
        var found = filters.ToDictionary(filter => filter, _ => new List<int>());
        for (var i = orders.Count - 1; i >= 0; i--)
        {
            if (!query.HasText(orders[i]))
            {
                continue;
            }

            foreach (var filter in filters)
            {
                if (NextStep.IsIn(orders[i], filter))
                {
                    found[filter].Add(i);
                }
            }
        }

        var shown = found[query.Filter];
        var page = Math.Min(query.Page, Math.Max(1, (shown.Count + PageSize - 1) / PageSize));
        return new InboxModel
        {
            Query = query with { Page = page },
            Orders = [.. shown.Skip((page - 1) * PageSize).Take(PageSize).Select(index => orders[index])],
            Counts = found.ToDictionary(filter => filter.Key, filter => filter.Value.Count),
            HasOrders = orders.Count > 0,
        };
    }
}
