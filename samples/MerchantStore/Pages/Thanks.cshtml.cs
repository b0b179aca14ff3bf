using MerchantStore.Shop;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace MerchantStore.Pages;

/// <summary>The page to which the buyer returns. It does not create an order: only the notification does.</summary>
internal sealed class ThanksModel : PageModel
{
    public void OnGet() => Response.WriteCart(Cart.Empty);
}
