using MerchantStore.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace MerchantStore.Pages;

/// <summary>An order for its buyer, who needs no account: the address of the page cannot be guessed.</summary>
[ResponseCache(NoStore = true)]
internal sealed class MyOrderModel(StoreContext store) : PageModel
{
    public Order Order { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string key, CancellationToken cancellationToken)
    {
        var order = await store.Orders.AsNoTracking().Include(each => each.Lines).Include(each => each.Document).Include(each => each.Trackings)
            .FirstOrDefaultAsync(each => each.BuyerKey == key && each.Document != null, cancellationToken);
        if (order is null)
        {
            return NotFound();
        }

        Order = order;
        return Page();
    }
}
