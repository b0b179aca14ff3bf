using MerchantStore.Shop;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace MerchantStore.Pages;

/// <summary>Where the buyer comes back to. That he does tells the shop nothing: the order is what the notification says.</summary>
internal sealed class ThanksModel : PageModel
{
    public void OnGet() => Response.WriteCart(Cart.Empty);
}
