using MerchantStore.Orders;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace MerchantStore.Pages.Orders;

/// <summary>The list of orders. The filters with work to do come first.</summary>
internal sealed class IndexModel(OrderList list) : PageModel
{
    public static IReadOnlyList<(OrderFilter Filter, string Words)> Filters { get; } =
    [
        (OrderFilter.OnHold, "On hold"),
        (OrderFilter.ToCharge, "To charge"),
        (OrderFilter.ToShip, "To ship"),
        (OrderFilter.Doubles, "Possible doubles"),
        (OrderFilter.All, "All"),
        (OrderFilter.Archived, "Archived"),
    ];

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public OrderFilter Filter { get; set; } = OrderFilter.All;

    /// <summary>The number of the page, from 1.</summary>
    [BindProperty(SupportsGet = true)]
    public int Number { get; set; } = 1;

    public OrderPage Orders { get; private set; } = null!;

    public IReadOnlyDictionary<OrderFilter, int> Counts { get; private set; } = new Dictionary<OrderFilter, int>();

    public string NoneInWords => !string.IsNullOrEmpty(Q) ? "No order has a number, name or e-mail address that begins so. Enter less of it, or search with the filter All."
        : Filter == OrderFilter.All ? "None yet. An order appears here when its notification arrives."
        : "None. There is nothing to do here.";

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Number = Math.Max(Number, 1);
        Orders = await list.SearchAsync(new OrderQuery { Text = Q, Filter = Filter, Page = Number }, cancellationToken);
        Counts = await list.CountAsync(cancellationToken);
    }
}
