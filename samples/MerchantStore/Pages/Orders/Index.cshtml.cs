using MerchantStore.Orders;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace MerchantStore.Pages.Orders;

internal sealed class IndexModel(OrderStore store) : PageModel
{
    public IReadOnlyList<OrderLine> Orders { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) => Orders = await store.ListAsync(cancellationToken);
}
