using MerchantStore.Data;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace MerchantStore.Pages.Orders;

internal sealed class IndexModel(StoreContext store) : PageModel
{
    private const int MaxOrders = 200;

    public IReadOnlyList<Order> Orders { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Orders = await store.Orders.AsNoTracking().OrderByDescending(order => order.PlacedAt).Take(MaxOrders).ToListAsync(cancellationToken);
}
