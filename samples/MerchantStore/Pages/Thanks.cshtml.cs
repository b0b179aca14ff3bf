using MerchantStore.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace MerchantStore.Pages;

/// <summary>The page to which the buyer returns. It does not create an order: only the notification does.</summary>
[ResponseCache(NoStore = true)]
internal sealed class ThanksModel(StoreContext store) : PageModel
{
    /// <summary>Gets the last order of the cart; null until its notification has come.</summary>
    public Order? Order { get; private set; }

    public async Task OnGetAsync(string? cart, CancellationToken cancellationToken) =>
        Order = await store.Orders.AsNoTracking().Include(order => order.Lines).Include(order => order.Document)
            .Where(order => cart != null && order.CartId == cart && order.Document != null)
            .OrderByDescending(order => order.PlacedAt)
            .FirstOrDefaultAsync(cancellationToken);
}
