using MerchantStore.Catalog;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace MerchantStore.Pages;

internal sealed class CategoryModel : PageModel
{
    public Category Category { get; private set; } = null!;

    public IActionResult OnGet(string id)
    {
        if (Category.All.FirstOrDefault(category => category.Id == id) is not { } known)
        {
            return NotFound();
        }

        Category = known;
        return Page();
    }
}
