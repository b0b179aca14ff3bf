using MerchantStore.Calculations;
using MerchantStore.Catalog;
using MerchantStore.Shop;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace MerchantStore.Pages;

/// <summary>The store's other way to pay.</summary>
internal sealed class InvoiceModel(VisitorCart visitorCart, InvoiceDesk desk, ProductCatalog catalog) : PageModel
{
    [BindProperty]
    public InvoiceBuyer Buyer { get; set; } = new();

    public IReadOnlyList<string> Methods { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync() => await ReadCartAsync() is null ? RedirectToPage("/Cart") : Page();

    public async Task<IActionResult> OnPostAsync(string? shippingName, CancellationToken cancellationToken)
    {
        if (await ReadCartAsync() is not { } cart)
        {
            return RedirectToPage("/Cart");
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        // A method that is not offered does not ship.
        if (await desk.OrderAsync(cart, Buyer.ToAddress(), shippingName ?? string.Empty, cancellationToken) is null)
        {
            ModelState.AddModelError(string.Empty, $"{shippingName} does not ship this cart to the address. Select another way of shipping.");
            return Page();
        }

        return RedirectToPage("/Thanks", new { cart = cart.Id });
    }

    // Null if there is nothing to order.
    private async Task<Cart?> ReadCartAsync()
    {
        var cart = await visitorCart.ReadAsync();
        Methods = cart.IsShipped ? [.. ShippingTable.GetMethods(cart.Pounds, catalog.Currency, defaultCost: null).Select(method => method.Name)] : [];
        return cart.Count == 0 || (cart.IsShipped && Methods.Count == 0) ? null : cart;
    }
}
