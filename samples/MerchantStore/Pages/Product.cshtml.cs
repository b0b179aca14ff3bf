using MerchantStore.Catalog;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace MerchantStore.Pages;

internal sealed class ProductModel(ProductCatalog catalog) : PageModel
{
    public Product Product { get; private set; } = null!;

    public IActionResult OnGet(string id)
    {
        if (catalog.Find(id) is not { } known)
        {
            return NotFound();
        }

        Product = known;
        return Page();
    }
}
